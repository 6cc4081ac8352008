import * as z from "zod";
import { isKey } from "../../domain/key.js";
import { SUBMISSION_FILTERS, type SubmissionList } from "../../domain/submission-list.js";
import { cursorFormat } from "../lists/cursor.js";

const position = z.object({
  submissionTime: z.int(),
  submissionId: z.string().refine(isKey),
});

/** Cursors of lists of submissions. */
export const submissionCursor = cursorFormat(
  position,
  ({ filters, sortOrder }: SubmissionList) => [
    SUBMISSION_FILTERS.map((name) => filters[name] ?? null),
    sortOrder,
  ],
  "these filters and this order",
);
