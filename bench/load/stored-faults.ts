import { isDeepStrictEqual } from "node:util";
import type { Told } from "./ledger.js";

type Item = Readonly<Record<string, unknown>>;

export interface StoredFaults {
  readonly stored: number;
  /** Told to a client, but not in the table. */
  readonly lost: readonly string[];
  /** In the table, but not as a client was told. */
  readonly different: readonly string[];
  /** In the table, and no client was told. */
  readonly untold: readonly string[];
}

/**
 * Holds the whole table of submissions against what the clients were told.
 *
 * @param known the ids that were there before
 */
export async function findStoredFaults(
  submissions: AsyncIterable<Item>,
  told: readonly Told[],
  known: ReadonlySet<unknown>,
): Promise<StoredFaults> {
  const open = new Map(told.map((one) => [one.body.submissionId, one]));
  const different: string[] = [];
  const untold: string[] = [];
  let stored = 0;
  for await (const item of submissions) {
    const submissionId = String(item.submissionId);
    if (known.has(submissionId)) continue;
    stored += 1;
    const one = open.get(submissionId);
    if (one === undefined) untold.push(submissionId);
    else if (!isAsTold(item, one)) different.push(submissionId);
    open.delete(submissionId);
  }
  return { stored, lost: [...open.keys()], different, untold };
}

function isAsTold(item: Item, { body, ...sent }: Told): boolean {
  const { executionMode: _, ...verdict } = body as typeof body & { executionMode: string };
  const right = { ...verdict, ...sent, author: sent.userId };
  // Students are not told the hash of the tests.
  const { language, submissionTime, is_submission, testSetHash, ...rest } = item;
  const isMarked = language === "python3.12" && is_submission === "Y";
  return isMarked && /^[0-9a-f]{64}$/.test(String(testSetHash)) && isDeepStrictEqual(rest, right);
}
