import { inCommon, type Language } from "../domain/language.js";
import type { SortOrder } from "../domain/list-page.js";
import type { ProblemCursor, ProblemListing } from "../domain/problem-list.js";
import type { ProblemStore } from "../ports.js";
import { type ListPage, type PageRequest, readPage } from "./read-page.js";

export interface ListProblemsDeps {
  readonly problems: Pick<ProblemStore, "listPage">;
  /** Those that there is a runner for. */
  readonly languages: readonly Language[];
}

export interface ListProblemsInput extends PageRequest<ProblemCursor> {
  readonly sortOrder: SortOrder;
}

export type ProblemPage = ListPage<ProblemListing, ProblemCursor>;

/**
 * One page of the list of problems.
 *
 * @throws VisibleError NotFound where there is no such list, StorageUnavailable
 */
export async function listProblems(
  { problems, languages }: ListProblemsDeps,
  { sortOrder, ...page }: ListProblemsInput,
): Promise<ProblemPage> {
  const { items, ...others } = await readPage(
    (after, limit) => problems.listPage(sortOrder, after, limit),
    page,
  );
  const shown = items.map((item) => ({ ...item, languages: inCommon(item.languages, languages) }));
  return { items: shown, ...others };
}
