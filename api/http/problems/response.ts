import { VisibleError } from "../../domain/errors.js";
import type { Judge } from "../../domain/judge.js";
import type { SortOrder } from "../../domain/list-page.js";
import type { ProblemListing } from "../../domain/problem-list.js";
import type { CaseView, ProblemView, WholeProblemView } from "../../domain/problem-view.js";
import type { ProblemPage } from "../../usecases/list-problems.js";
import { fitsResponse } from "../grade/answerable.js";
import { pageResponse } from "../lists/page-response.js";
import { problemCursor } from "./cursor.js";
import { problem, problemPage, wholeProblem } from "./schemas.js";

export async function problemPageResponse(sortOrder: SortOrder, page: ProblemPage) {
  const { items, ...others } = await pageResponse(sortOrder, page, problemCursor);
  return problemPage.parse({ items: items.map(withAttributeNames), ...others });
}

/** @throws VisibleError ResponseTooLarge */
export function problemResponse(view: ProblemView | WholeProblemView) {
  const { calling, judge, timeLimitMs, ...others } = withAttributeNames(view);
  const shown = {
    ...others,
    ...calling,
    ...judgeMembers(judge),
    timeLimitSeconds: timeLimitMs / 1000,
    description_translated: view.descriptionTranslated,
    sampleCases: view.sampleCases.map(caseMembers),
  };
  const body =
    "testCases" in view
      ? wholeProblem.parse({ ...shown, testCases: view.testCases.map(caseMembers) })
      : problem.parse(shown);
  if (fitsResponse(JSON.stringify(body))) return body;
  const sentence = "The test cases that you may see of this problem are too large to be sent.";
  throw new VisibleError("ResponseTooLarge", sentence);
}

/** Titles under the names that they have in the table of problems. */
function withAttributeNames<View extends ProblemListing | ProblemView>(view: View) {
  return { ...view, title_translated: view.titleTranslated };
}

/** An epsilon only where it counts. */
function judgeMembers({ type, epsilon, relativeEpsilon }: Judge) {
  const isMeasured = type === "float_eps" || type === "tokens";
  const toNumber = (digits: string | null) =>
    isMeasured && digits !== null ? Number(digits) : null;
  return {
    judgeType: type,
    epsilon: toNumber(epsilon),
    relativeEpsilon: toNumber(relativeEpsilon),
  };
}

/** As results have them: what a case lacks is left out. */
function caseMembers<Case extends CaseView>({ name, group, points, ...others }: Case) {
  return {
    ...others,
    ...(name !== null && { name }),
    ...(group !== null && { group }),
    ...(points !== null && { points }),
  };
}
