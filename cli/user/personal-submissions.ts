import type { SubmissionSummary } from "../../api/domain/submission.js";
import {
  type SubmissionChunksDeps,
  submissionChunks,
} from "../../api/usecases/submission-chunks.js";
import { countOf } from "../count.js";
import type { Progress } from "../progress.js";

/** A person's submissions in numbers. */
export interface PersonalSubmissions {
  readonly submissionCount: number;
  readonly problemCount: number;
  /** The newest names that they had. */
  readonly authors: readonly string[];
  /** Of the first and the last, epoch seconds; undefined without any. */
  readonly first: number | undefined;
  readonly last: number | undefined;
}

/** Counts them, so that somebody can see whether this is the right person. */
export async function personalSubmissions(
  deps: SubmissionChunksDeps,
  userId: string,
  progress: Progress,
): Promise<PersonalSubmissions> {
  const all: SubmissionSummary[] = [];
  const list = { filters: { userId }, sortOrder: "ASC" } as const;
  for await (const submissions of submissionChunks(deps, list)) {
    all.push(...submissions);
    progress.show(`${countOf(all.length, "submission")} counted`);
  }
  const authors = new Set(all.toReversed().map(({ author }) => author ?? "(no name)"));
  return {
    submissionCount: all.length,
    problemCount: new Set(all.map(({ problemId }) => problemId)).size,
    authors: [...authors].slice(0, 3),
    first: all[0]?.submissionTime,
    last: all.at(-1)?.submissionTime,
  };
}

/** The same in words. */
export function describeSubmissions(sub: string, found: PersonalSubmissions): string {
  const { submissionCount, problemCount, authors, first, last } = found;
  const day = (seconds = 0) => new Date(seconds * 1000).toISOString().slice(0, 10);
  // A name of several lines could say what is not so.
  const names = authors.map((author) => author.replaceAll(/\s+/g, " ")).join(", ");
  return `${sub} (${names}): ${countOf(submissionCount, "submission")} of ${countOf(problemCount, "problem")}, from ${day(first)} to ${day(last)}`;
}
