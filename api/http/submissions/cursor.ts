import { sha256 } from "hono/utils/crypto";
import * as z from "zod";
import { VisibleError } from "../../domain/errors.js";
import { isKey } from "../../domain/key.js";
import {
  SUBMISSION_FILTERS,
  type SubmissionCursor,
  type SubmissionList,
} from "../../domain/submission-list.js";

/** Whatever DynamoDB takes for a key: a forged cursor is the caller's fault, not the storage's. */
const position = z.object({
  submissionTime: z.int(),
  submissionId: z.string().refine(isKey),
});

/** A position as clients get it: opaque, and of this list only. */
export async function writeCursor(
  list: SubmissionList,
  { submissionTime, submissionId }: SubmissionCursor,
): Promise<string> {
  const filters = SUBMISSION_FILTERS.map((name) => list.filters[name] ?? null);
  // No key is needed: who forges a cursor can but begin elsewhere in a list that is theirs to read.
  const digest = await sha256([filters, list.sortOrder, submissionTime, submissionId]);
  const json = JSON.stringify({ submissionTime, submissionId, digest: digest?.slice(0, 24) });
  return Buffer.from(json).toString("base64url");
}

/** @throws VisibleError InvalidInput for a cursor that was altered, or is another list's */
export async function readCursor(list: SubmissionList, cursor: string): Promise<SubmissionCursor> {
  const { data } = position.safeParse(parseJson(Buffer.from(cursor, "base64url").toString()));
  // Written again, since a base64 decoder overlooks much of what can be altered.
  if (data !== undefined && (await writeCursor(list, data)) === cursor) return data;
  const sentence =
    "Invalid input: lastEvaluatedKey: is not a cursor that was handed out for these filters and this order";
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
