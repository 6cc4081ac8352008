import { randomUUID } from "node:crypto";
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dynamoProblems } from "../../api/adapters/dynamo-problems.js";
import { dynamoSubmissions } from "../../api/adapters/dynamo-submissions.js";
import type { Submission } from "../../api/domain/submission.js";
import type { ProblemStore, SubmissionStore } from "../../api/ports.js";
import { SUBMISSION_INDEXES, SUMMARY_ATTRIBUTES } from "../../api/tables.js";
import type { LocalDynamoDb } from "../../dev/dynamodb/dynamodb.js";
import { type StartedTables, startTables } from "../support/aws/start-tables.js";
import { gradedSubmission } from "../support/graded-submission.js";

/** What the stores must do on every DynamoDB; skipped, by name, where `start` is not to be had. */
export function describeStores(
  name: string,
  start: (() => Promise<LocalDynamoDb>) | undefined,
): void {
  describe.skipIf(start === undefined)(`the stores on ${name}`, () => {
    let tables: StartedTables | undefined;
    let raw: DynamoDBDocumentClient;
    let client: DynamoDBDocumentClient;
    let submissions: SubmissionStore;
    let problems: ProblemStore;

    beforeAll(async () => {
      if (start === undefined) return;
      tables = await startTables(start);
      ({ client, raw } = tables);
      submissions = dynamoSubmissions(client, "submissions");
      problems = dynamoProblems(client, "problems", true);
    });

    afterAll(() => tables?.close());

    const stored = async (submissionId: string) =>
      (await raw.send(new GetCommand({ TableName: "submissions", Key: { submissionId } }))).Item;

    it("store a submission whole", async () => {
      const whole = gradedSubmission();
      await submissions.put(whole);
      expect(await stored(whole.submissionId)).toEqual({ ...whole, is_submission: "Y" });
    });

    it("say when a submission expires where submissions do", async () => {
      const brief = gradedSubmission();
      await dynamoSubmissions(client, "submissions", 30).put(brief);
      const expiresAt = brief.submissionTime + 30 * 24 * 60 * 60;
      expect(await stored(brief.submissionId)).toMatchObject({ expiresAt });
    });

    it("replace an earlier submission of the same user", async () => {
      const first = gradedSubmission();
      await submissions.put(first);
      await submissions.put({ ...first, userCode: "second" });
      expect(await stored(first.submissionId)).toMatchObject({ userCode: "second" });
    });

    it("refuse the id of another user's submission and leave theirs untouched", async () => {
      const theirs = gradedSubmission();
      await submissions.put(theirs);
      const mine = { ...theirs, userId: "somebody else", userCode: "mine" };
      await expect(submissions.put(mine)).rejects.toMatchObject({ code: "SubmissionIdTaken" });
      expect(await stored(theirs.submissionId)).toMatchObject({ userCode: theirs.userCode });
    });

    it("leave out index keys that DynamoDB would refuse, and nothing else", async () => {
      const odd = gradedSubmission({
        problemTitle: "",
        problemTitleTranslated: "가".repeat(683),
        author: "a".repeat(2049),
      });
      await submissions.put(odd);
      const item = await stored(odd.submissionId);
      const { problemTitle, problemTitleTranslated, author, ...kept } = odd;
      expect(item).toEqual({ ...kept, is_submission: "Y" });
      const edge = gradedSubmission({ author: "a".repeat(2048) });
      await submissions.put(edge);
      expect(await stored(edge.submissionId)).toMatchObject({ author: edge.author });
    });

    it("keep an item storable whatever its cases printed", async () => {
      const results = Array.from({ length: 1000 }, (_, index) => ({
        caseNumber: index + 1,
        status: "RUNTIME_ERROR" as const,
        executionTime: 1.234,
        stdout: "😀".repeat(500),
        stderr: "가".repeat(500),
        reason: "EXCEPTION" as const,
        peakMemoryKb: 123_456,
        cpuTime: 1.234,
      }));
      const large = gradedSubmission({ results, userCode: "x".repeat(65_536) });
      await submissions.put(large);
      const item = await stored(large.submissionId);
      expect(item?.resultsTruncated).toBe(true);
      expect(item?.userCode).toBe(large.userCode);
      expect(item?.results).toHaveLength(1000);
      expect(item?.results[0].stdout).toBe("😀".repeat(500));
      expect(item?.results[999]).toMatchObject({ status: "RUNTIME_ERROR", stdout: null });
    });

    it("give a submission back as it was stored, its numbers as numbers", async () => {
      const whole = gradedSubmission({
        status: "RUNTIME_ERROR",
        errorMessage: "Failed at test case 1: RUNTIME_ERROR - 7",
        results: [
          {
            caseNumber: 1,
            status: "RUNTIME_ERROR",
            executionTime: 0.1,
            // Digits that are a text must stay one.
            stdout: "12",
            stderr: null,
            reason: "EXCEPTION",
            peakMemoryKb: 15_196,
            cpuTime: 0.003,
            error: "ValueError: 7 (line 1)",
            name: "7",
            group: "8",
            points: 2.5,
            message: "9",
            returnValue: "10",
            difference: "$.a",
          },
        ],
        earnedPoints: 0.1,
        totalPoints: 12.5,
        testSetHash: "0123456789",
      });
      await submissions.put(whole);
      expect(await submissions.get(whole.submissionId)).toStrictEqual(whole);
      await submissions.put({ ...whole, score: 0, resultsTruncated: true });
      const replaced = { ...whole, score: 0, resultsTruncated: true };
      expect(await submissions.get(whole.submissionId)).toStrictEqual(replaced);
    });

    it("give null for what of a submission could not be stored", async () => {
      const odd = gradedSubmission({ author: "a".repeat(2049), problemTitle: "" });
      await submissions.put(odd);
      const read = await submissions.get(odd.submissionId);
      expect(read).toStrictEqual({ ...odd, author: null, problemTitle: null });
    });

    it.each([true, false])(
      "read a problem as the last write left it where told to: %s",
      async (isConsistent) => {
        const sent: object[] = [];
        client.middlewareStack.add(
          (next) => (args) => {
            sent.push(args.input);
            return next(args);
          },
          { name: "watch" },
        );
        await dynamoProblems(client, "problems", true, isConsistent).get("any");
        client.middlewareStack.remove("watch");
        expect(sent).toMatchObject([{ TableName: "problems", ConsistentRead: isConsistent }]);
      },
    );

    it("read the table itself, which is never behind the last write", async () => {
      const sent: object[] = [];
      client.middlewareStack.add(
        (next) => (args) => {
          sent.push(args.input);
          return next(args);
        },
        { name: "watch" },
      );
      await submissions.get("any");
      client.middlewareStack.remove("watch");
      expect(sent).toMatchObject([{ TableName: "submissions", ConsistentRead: true }]);
    });

    it("give undefined for a submission that is not there", async () => {
      expect(await submissions.get("nowhere")).toBeUndefined();
    });

    it.each(SUBMISSION_INDEXES)("project the summary alone into $indexName", async (index) => {
      const one = gradedSubmission({
        problemId: randomUUID(),
        userId: randomUUID(),
        author: randomUUID(),
        problemTitle: randomUUID(),
        problemTitleTranslated: randomUUID(),
      });
      await submissions.put(one);
      const key = { ...one, is_submission: "Y" }[index.hashKey as keyof Submission];
      const { Items = [] } = await raw.send(
        new QueryCommand({
          TableName: "submissions",
          IndexName: index.indexName,
          KeyConditionExpression: "#key = :key",
          ExpressionAttributeNames: { "#key": index.hashKey },
          ExpressionAttributeValues: { ":key": key },
        }),
      );
      const found = Items.find(({ submissionId }) => submissionId === one.submissionId) ?? {};
      const names = new Set([...SUMMARY_ATTRIBUTES, index.hashKey]);
      expect(new Set(Object.keys(found))).toEqual(names);
    });

    it("read a problem with its numbers as digits, and undefined for one that is not there", async () => {
      const finalTestCases = '[{"input":1.0,"expected_output":2.50}]';
      const Item = { problemId: "1", title: "T", epsilon: 0.001, finalTestCases };
      await raw.send(new PutCommand({ TableName: "problems", Item }));
      const problem = await problems.get("1");
      expect(problem).toMatchObject({ title: "T", judge: { epsilon: "0.001" } });
      expect(problem?.testCases.map(({ input }) => input)).toEqual(["1.0"]);
      expect(await problems.get("2")).toBeUndefined();
    });
  });
}
