import type { StoredSubmission, SubmissionSummary } from "../../domain/submission.js";
import type { SubmissionList } from "../../domain/submission-list.js";
import type { SubmissionPage } from "../../usecases/list-submissions.js";
import { pageResponse } from "../lists/page-response.js";
import { submissionCursor } from "./cursor.js";
import { submissionPage, submissionSummary, wholeSubmission } from "./schemas.js";

export function submissionResponse(submission: StoredSubmission | SubmissionSummary) {
  return "userCode" in submission
    ? wholeSubmission.parse(submission)
    : submissionSummary.parse(submission);
}

export async function submissionPageResponse(list: SubmissionList, page: SubmissionPage) {
  return submissionPage.parse(await pageResponse(list, page, submissionCursor));
}
