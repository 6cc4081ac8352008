import { sha256 } from "hono/utils/crypto";
import * as z from "zod";
import { VisibleError } from "../../domain/errors.js";
import { isKey } from "../../domain/key.js";
import {
  SUBMISSION_FILTERS,
  type SubmissionCursor,
  type SubmissionList,
} from "../../domain/submission-list.js";

/** Whatever DynamoDB takes for a key: a cursor that somebody made up must not look like its fault. */
const position = z.object({
  submissionTime: z.int(),
  submissionId: z.string().refine(isKey),
});

/** A cursor as clients get it, with a digest by which one of another list is noticed. */
export async function writeCursor(
  list: SubmissionList,
  { submissionTime, submissionId }: SubmissionCursor,
): Promise<string> {
  const filters = SUBMISSION_FILTERS.map((name) => list.filters[name] ?? null);
  // Without a key: whoever makes up a cursor only begins elsewhere in a list that they may read anyway.
  const digest = await sha256([filters, list.sortOrder, submissionTime, submissionId]);
  const json = JSON.stringify({ submissionTime, submissionId, digest: digest?.slice(0, 24) });
  return Buffer.from(json).toString("base64url");
}

/** @throws VisibleError InvalidInput for a cursor that was damaged, or is another list's */
export async function readCursor(list: SubmissionList, cursor: string): Promise<SubmissionCursor> {
  const { data } = position.safeParse(parseJson(Buffer.from(cursor, "base64url").toString()));
  // Written again, since a base64 decoder overlooks much of what can be altered.
  if (data !== undefined && (await writeCursor(list, data)) === cursor) return data;
  const sentence =
    "Invalid input: lastEvaluatedKey: is not a cursor of these filters and this order";
  throw new VisibleError("InvalidInput", sentence);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Like any other text that is no position.
    return undefined;
  }
}
