import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dynamoSubmissions } from "../../api/adapters/dynamo-submissions.js";
import { dynamoVerdicts } from "../../api/adapters/dynamo-verdicts.js";
import { regradedFrom } from "../../api/domain/regrade.js";
import type { Grading, StoredSubmission, Submission } from "../../api/domain/submission.js";
import type { SubmissionStore, VerdictStore } from "../../api/ports.js";
import type { LocalDynamoDb } from "../../dev/dynamodb/dynamodb.js";
import { putSubmissions } from "../support/aws/put-submissions.js";
import { type StartedTables, startTables } from "../support/aws/start-tables.js";
import { gradedSubmission } from "../support/graded-submission.js";

const GRADING: Grading = {
  status: "WRONG_ANSWER",
  executionTime: 0.5,
  errorMessage: "Failed at test case 1: WRONG_ANSWER",
  score: 40,
  passedCaseCount: 0,
  totalCaseCount: 1,
  earnedPoints: 4,
  totalPoints: 10,
  results: [
    { caseNumber: 1, status: "WRONG_ANSWER", executionTime: 0.5, stdout: null, stderr: null },
  ],
  testSetHash: "new",
};

/** What a store of verdicts must do on every DynamoDB; skipped, by name, where `start` is not to be had. */
export function describeVerdicts(
  name: string,
  start: (() => Promise<LocalDynamoDb>) | undefined,
): void {
  describe.skipIf(start === undefined)(`verdicts on ${name}`, () => {
    let tables: StartedTables | undefined;
    let raw: DynamoDBDocumentClient;
    let submissions: SubmissionStore;
    let verdicts: VerdictStore;

    beforeAll(async () => {
      if (start === undefined) return;
      tables = await startTables(start);
      raw = tables.raw;
      submissions = dynamoSubmissions(tables.client, "submissions");
      verdicts = dynamoVerdicts(tables.client, "submissions");
    });
    afterAll(() => tables?.close());

    const stored = async (submissionId: string) =>
      (await raw.send(new GetCommand({ TableName: "submissions", Key: { submissionId } }))).Item;

    /** A submission by older tests, in the table and as it is read from there. */
    async function put(changes: Partial<Submission> = {}): Promise<StoredSubmission> {
      const submission = gradedSubmission({ testSetHash: "old", ...changes });
      await submissions.put(submission);
      return (await submissions.get(submission.submissionId)) as StoredSubmission;
    }

    const replace = (read: StoredSubmission, grading = GRADING, time = 1_800_000_000) =>
      verdicts.replace(read, grading, regradedFrom(read, time));

    it("are replaced, what was before is kept, and nothing else changes", async () => {
      const read = await put();
      const strangers = { expiresAt: 1_900_000_000, "an attribute of": ["somebody", "else"] };
      await raw.send(
        new PutCommand({
          TableName: "submissions",
          Item: { ...(await stored(read.submissionId)), ...strangers },
        }),
      );
      const before = await stored(read.submissionId);
      expect(await replace(read)).toBe(true);
      expect(await stored(read.submissionId)).toEqual({
        ...before,
        ...GRADING,
        regraded: {
          previousStatus: "ACCEPTED",
          previousScore: 100,
          previousTestSetHash: "old",
          regradeTime: 1_800_000_000,
        },
      });
      const { regraded } = (await submissions.get(read.submissionId)) as StoredSubmission;
      expect(regraded).toStrictEqual(regradedFrom(read, 1_800_000_000));
    });

    it("lose what the new grading has none of", async () => {
      const { submissionId } = await put({
        earnedPoints: 1,
        totalPoints: 2,
        resultsTruncated: true,
      });
      const { earnedPoints, totalPoints, ...plain } = GRADING;
      const read = (await submissions.get(submissionId)) as StoredSubmission;
      expect(await replace(read, plain)).toBe(true);
      const item = await stored(submissionId);
      for (const name of ["earnedPoints", "totalPoints", "resultsTruncated"])
        expect(item).not.toHaveProperty(name);
    });

    it.each<[string, Partial<Submission>]>([
      ["code", { userCode: "another" }],
      ["time", { submissionTime: 1_700_000_001 }],
      ["language", { language: "another" }],
      ["tests", { testSetHash: "newest" }],
      ["verdict", { status: "RUNTIME_ERROR", score: 0 }],
    ])("stay when the submission has other %s than when it was read", async (_, changes) => {
      const read = await put();
      const newer = { ...gradedSubmission({ testSetHash: "old", ...changes }) };
      await submissions.put({ ...newer, submissionId: read.submissionId });
      const before = await stored(read.submissionId);
      expect(await replace(read)).toBe(false);
      expect(await stored(read.submissionId)).toEqual(before);
    });

    it("are not made for a submission that was removed", async () => {
      const ghost = { ...(await put()), submissionId: "ghost" };
      expect(await replace(ghost)).toBe(false);
      expect(await stored("ghost")).toBeUndefined();
    });

    it("are replaced once by a write that arrives twice, and not by another regrade's", async () => {
      const read = await put();
      expect(await replace(read)).toBe(true);
      expect(await replace(read)).toBe(true);
      expect(await replace(read, GRADING, 1_800_000_001)).toBe(false);
    });

    it.each([null, undefined])(
      "of tests that are not known (%s) are replaced too",
      async (hash) => {
        const read = await put({ testSetHash: hash });
        expect(await replace(read)).toBe(true);
        expect(await stored(read.submissionId)).toMatchObject({
          testSetHash: "new",
          regraded: { previousTestSetHash: null },
        });
      },
    );

    it("fit into the item, whatever the cases print now", async () => {
      const read = await put({ userCode: "x".repeat(65_536) });
      const results = Array.from({ length: 1000 }, (_, index) => ({
        caseNumber: index + 1,
        status: "RUNTIME_ERROR" as const,
        executionTime: 1.234,
        stdout: "😀".repeat(500),
        stderr: "가".repeat(500),
      }));
      expect(await replace(read, { ...GRADING, results })).toBe(true);
      const item = await stored(read.submissionId);
      expect(item).toMatchObject({ resultsTruncated: true, userCode: read.userCode });
      expect(item?.results).toHaveLength(1000);
    });

    it("are told by the hashes of their tests, however many are asked for", async () => {
      const many = Array.from({ length: 120 }, (_, index) =>
        gradedSubmission({ testSetHash: `hash ${index}` }),
      );
      await putSubmissions(raw, "submissions", many);
      const unknown = await put({ testSetHash: null });
      const asked = [...many.map(({ submissionId }) => submissionId), unknown.submissionId];
      expect(await verdicts.testSetHashes([...asked, "nowhere"])).toEqual(
        new Map([
          ...many.map(({ submissionId, testSetHash }) => [submissionId, testSetHash] as const),
          [unknown.submissionId, null],
        ]),
      );
      expect(await verdicts.testSetHashes([])).toEqual(new Map());
    });
  });
}
