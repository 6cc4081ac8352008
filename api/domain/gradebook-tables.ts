import type { CsvValue } from "./csv.js";
import type { GradebookEntry } from "./gradebook.js";
import type { SubmissionSummary } from "./submission.js";

/** Writes epoch seconds as ISO 8601 has them. */
export type WriteTime = (submissionTime: number) => string;

/** Names of columns, and rows of as many values. */
export type Table = readonly (readonly CsvValue[])[];

const SUBMISSION_COLUMNS = [
  "author",
  "userId",
  "problemId",
  "problemTitle",
  "problemTitleTranslated",
  "submissionTime",
  "status",
  "score",
  "passedCaseCount",
  "totalCaseCount",
  "executionTime",
  "language",
  "submissionId",
] as const;

/** One row a submission. */
export function submissionTable(
  submissions: readonly SubmissionSummary[],
  writeTime: WriteTime,
): Table {
  const rows = submissions.map((one) =>
    SUBMISSION_COLUMNS.map((name) =>
      name === "submissionTime" ? writeTime(one.submissionTime) : one[name],
    ),
  );
  return [SUBMISSION_COLUMNS, ...rows];
}

const STUDENT_COLUMNS = [
  "author",
  "userId",
  "problemId",
  "problemTitle",
  "problemTitleTranslated",
] as const;

const ATTEMPT_COLUMNS = [
  "Score",
  "Status",
  "PassedCaseCount",
  "TotalCaseCount",
  "Time",
  "SubmissionId",
];

/** One row a student and problem, with the best and the latest submission. */
export function studentTable(entries: readonly GradebookEntry[], writeTime: WriteTime): Table {
  const attempt = (one: SubmissionSummary): readonly CsvValue[] => [
    one.score,
    one.status,
    one.passedCaseCount,
    one.totalCaseCount,
    writeTime(one.submissionTime),
    one.submissionId,
  ];
  const rows = entries.map(({ best, latest, submissions }) => [
    ...STUDENT_COLUMNS.map((name) => latest[name]),
    submissions.length,
    ...attempt(best),
    ...attempt(latest),
  ]);
  const attemptColumns = ["best", "latest"].flatMap((which) =>
    ATTEMPT_COLUMNS.map((name) => `${which}${name}`),
  );
  return [[...STUDENT_COLUMNS, "submissionCount", ...attemptColumns], ...rows];
}
