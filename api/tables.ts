/** The tables, defined once for the stack that creates them and for the local ones. */

export interface TableIndex {
  readonly indexName: string;
  /** Every index is sorted by `submissionTime`, a number. */
  readonly hashKey: string;
}

export const PROBLEMS_KEY = "problemId";

/** Problems that are `listed` = "Y", by `createdAt`, both texts; it brings along what a list of them shows. */
export const LISTED_PROBLEMS_INDEX = {
  indexName: "ListedProblemsIndex",
  hashKey: "listed",
  rangeKey: "createdAt",
  nonKeyAttributes: ["title", "title_translated", "difficulty", "tags", "io", "languages"],
} as const;

/** A slot that somebody holds: whose it is and which of theirs. */
export const CALLER_SLOTS_KEY = "slot";

/** When DynamoDB removes a slot that was not given back, in epoch seconds. */
export const CALLER_SLOTS_EXPIRY = "expiresAt";

export const SUBMISSIONS_KEY = "submissionId";

export const SUBMISSIONS_RANGE_KEY = "submissionTime";

export const SUBMISSION_INDEXES: readonly TableIndex[] = [
  { indexName: "ProblemIdSubmissionTimeIndex", hashKey: "problemId" },
  { indexName: "UserIdSubmissionTimeIndex", hashKey: "userId" },
  { indexName: "AllSubmissionsByTimeIndex", hashKey: "is_submission" },
  { indexName: "AuthorSubmissionTimeIndex", hashKey: "author" },
  { indexName: "ProblemTitleSubmissionTimeIndex", hashKey: "problemTitle" },
  { indexName: "ProblemTitleTranslatedSubmissionTimeIndex", hashKey: "problemTitleTranslated" },
];

/** What a list of submissions shows, and so what every index projects. */
export const SUMMARY_ATTRIBUTES = [
  "submissionId",
  "problemId",
  "problemTitle",
  "problemTitleTranslated",
  "userId",
  "author",
  "language",
  "status",
  "executionTime",
  "submissionTime",
  "score",
  "passedCaseCount",
  "totalCaseCount",
] as const;

/** The attributes that an index brings along beyond the keys that DynamoDB projects by itself. */
export function projectedAttributes(index: TableIndex): string[] {
  const keys: string[] = [SUBMISSIONS_KEY, SUBMISSIONS_RANGE_KEY, index.hashKey];
  return SUMMARY_ATTRIBUTES.filter((name) => !keys.includes(name));
}

/** When DynamoDB removes a submission, in epoch seconds; absent where submissions are kept. */
export const SUBMISSIONS_EXPIRY = "expiresAt";

/** The attributes that are a key of some index. */
export const INDEX_KEYS: ReadonlySet<string> = new Set(
  SUBMISSION_INDEXES.map((index) => index.hashKey),
);
