import { describe, expect, it } from "vitest";
import { dynamoPersonalData } from "../../api/adapters/dynamo-personal-data.js";
import { dynamoSubmissions } from "../../api/adapters/dynamo-submissions.js";
import type { SubmissionSummary } from "../../api/domain/submission.js";
import { eraseUser } from "../../api/usecases/erase-user.js";
import { startDynamoDb } from "../../dev/dynamodb/dynamodb.js";
import { startTables } from "../support/aws/start-tables.js";
import { gradedSubmission } from "../support/graded-submission.js";

const { signal } = new AbortController();
const input = { userId: "ann", signal, onProgress: () => {} };

/** A list that lags behind its table by so many looks. */
function laggingList(lag: number) {
  const listed: SubmissionSummary[] = [1, 2, 3].map(() => gradedSubmission({ userId: "ann" }));
  const stored = new Set(listed.map(({ submissionId }) => submissionId));
  const pauses: number[] = [];
  let looks = 0;
  return {
    stored,
    pauses,
    deps: {
      submissions: {
        listPage: async () => {
          looks += 1;
          return { items: looks <= lag ? listed : [], cursor: undefined };
        },
      },
      personalData: {
        eraseSubmission: async (_: string, submissionId: string) => stored.delete(submissionId),
        eraseSlots: async () => 0,
      },
      retry: <Value>(attempt: () => Promise<Value>) => attempt(),
      pause: async (ms: number) => void pauses.push(ms),
    },
  };
}

describe("eraseUser", () => {
  it("erases what arrives meanwhile, be it at a place that was read already", async () => {
    const tables = await startTables(() => startDynamoDb());
    const { client } = tables;
    const submissions = dynamoSubmissions(client, "submissions");
    const names = { submissionsTableName: "submissions", callerSlotsTableName: "caller-slots" };
    const personalData = dynamoPersonalData(client, names);
    for (const submissionTime of [1000, 1001]) {
      await submissions.put(gradedSubmission({ userId: "ann", submissionTime }));
    }
    let late: ReturnType<typeof gradedSubmission> | undefined;
    const { deps } = laggingList(0);
    const erasure = await eraseUser(
      {
        ...deps,
        submissions,
        personalData: {
          ...personalData,
          async eraseSubmission(...args) {
            if (late === undefined) {
              late = gradedSubmission({ userId: "ann", submissionTime: 1 });
              await submissions.put(late);
            }
            return personalData.eraseSubmission(...args);
          },
        },
      },
      input,
    );
    expect(erasure.submissionCount).toBe(3);
    expect(await submissions.get(late?.submissionId ?? "")).toBeUndefined();
    await tables.close();
  });

  it("leaves what has become another user's under the same id", async () => {
    const tables = await startTables(() => startDynamoDb());
    const submissions = dynamoSubmissions(tables.client, "submissions");
    const names = { submissionsTableName: "submissions", callerSlotsTableName: "caller-slots" };
    const personalData = dynamoPersonalData(tables.client, names);
    const theirs = gradedSubmission({ userId: "bob" });
    await submissions.put(theirs);
    expect(await personalData.eraseSubmission("ann", theirs.submissionId)).toBe(false);
    expect(await personalData.submissions("ann", [theirs.submissionId])).toEqual([]);
    expect(await submissions.get(theirs.submissionId)).toEqual(theirs);
    await tables.close();
  });

  it("reads the list again until nothing is in it, and counts each submission once", async () => {
    const { deps, stored, pauses } = laggingList(4);
    const erasure = await eraseUser(deps, input);
    expect(erasure).toEqual({ submissionCount: 3, slotCount: 0, stillListedCount: 0 });
    expect(stored.size).toBe(0);
    expect(pauses).toEqual([1000, 1000, 1000]);
  });

  it("says how many are still listed when the list never catches up", async () => {
    const { deps } = laggingList(Number.POSITIVE_INFINITY);
    const erasure = await eraseUser(deps, input);
    expect(erasure).toEqual({ submissionCount: 3, slotCount: 0, stillListedCount: 3 });
  });

  it("stops when it is told to", async () => {
    const { deps, stored } = laggingList(4);
    const stopped = { ...input, signal: AbortSignal.abort(new Error("stopped")) };
    await expect(eraseUser(deps, stopped)).rejects.toThrow("stopped");
    expect(stored.size).toBe(3);
  });
});
