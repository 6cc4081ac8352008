import type { Io } from "./entry.js";
import type { Language } from "./language.js";
import type { ListChunk } from "./list-page.js";

/** A place in the list of problems: right behind the one of this time and id. */
export interface ProblemCursor {
  /** ISO 8601. */
  readonly createdAt: string;
  readonly problemId: string;
}

/** What a list shows of a problem. */
export interface ProblemListing extends ProblemCursor {
  readonly title: string;
  readonly titleTranslated: string;
  readonly difficulty: string | null;
  readonly tags: readonly string[];
  readonly io: Io;
  /** The ones that it may be solved in. */
  readonly languages: readonly Language[];
}

export type ProblemChunk = ListChunk<ProblemListing, ProblemCursor>;
