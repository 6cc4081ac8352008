import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dynamoItemBytes, MAX_ITEM_BYTES } from "../support/aws/dynamo-item-bytes.js";
import { type BigWorld, DYNAMO_DBS, startBigWorld } from "./big-world.js";

const KIB = 1024;

describe.each(DYNAMO_DBS)(
  "a problem as large as an item, on %s",
  { timeout: 60_000 },
  (_, start) => {
    let big: BigWorld;

    beforeAll(async () => {
      big = await startBigWorld(start);
    });
    beforeEach(() => big.lambda.play());
    afterAll(() => big.close());

    /** Stores the cases in an item that is exactly as large as DynamoDB takes. */
    async function putFilled(problemId: string, casesText: string): Promise<void> {
      const { documents, tables } = big.world.stack;
      const item = (note: string) => ({
        problemId: { S: problemId },
        title: { S: "T" },
        title_translated: { S: "T" },
        finalTestCases: { S: casesText },
        note: { S: note },
      });
      const room = MAX_ITEM_BYTES - dynamoItemBytes(item(""));
      const Item = item("n".repeat(room));
      expect(dynamoItemBytes(Item)).toBe(MAX_ITEM_BYTES);
      await documents.send(new PutItemCommand({ TableName: tables.problems, Item }));
    }

    const grade = (problemId: string) => big.world.grade({ userCode: "x", problemId });

    it("is graded on one input of 380 KB, which travels as it was written", async () => {
      const input = `{"text":"${"x".repeat(380 * KIB)}","10":1.0,"9":[ ]}`;
      await putFilled("one-input", `[{"input":${input},"expected_output":${'{"10":1}'}}]`);
      const { body } = await grade("one-input");
      expect(body).toMatchObject({ status: "WRONG_ANSWER", totalCaseCount: 1 });
      expect(big.lambda.invocations).toHaveLength(1);
      expect(big.lambda.invocations[0]?.payload).toContain(`"inputs":[${input}]`);
      expect(await big.world.storedSubmission(body.submissionId)).toMatchObject({
        results: body.results,
      });
    });

    it.each([
      ["text", JSON.stringify("가".repeat(60 * KIB))],
      ["numbers", `[${Array.from({ length: 22_000 }, (_, index) => `${index}.5`).join()}]`],
      ["names", `{${Array.from({ length: 12_000 }, (_, index) => `"name-${index}":1`).join()}}`],
      ["levels", `${"[".repeat(480)}${"1,".repeat(90_000)}1${"]".repeat(480)}`],
    ])("is graded on an input and an expected output of 180 KB: %s", async (name, value) => {
      await putFilled(name, `[{"input":${value},"expected_output":${value}}]`);
      const { body } = await grade(name);
      expect(body).toMatchObject({ status: "ACCEPTED", passedCaseCount: 1 });
    });

    it("is graded on 2,500 cases that fill it", async () => {
      const text = (index: number) => `"${"c".repeat(60)}${index}"`;
      const cases = Array.from(
        { length: 2500 },
        (_, index) => `{"input":${text(index)},"expected_output":${text(index)}}`,
      );
      await putFilled("filled", `[${cases.join()}]`);
      const { body } = await grade("filled");
      expect(body).toMatchObject({ status: "ACCEPTED", passedCaseCount: 2500 });
      expect(body.results).toHaveLength(2500);
    });

    it("has its sides in their own places: no expected output of it ever leaves", async () => {
      const secret = `expected-${"e".repeat(180 * KIB)}`;
      const cases = [{ input: "i".repeat(180 * KIB), expected_output: secret }];
      await putFilled("secret", JSON.stringify(cases));
      const { text, body } = await grade("secret");
      expect(body.status).toBe("WRONG_ANSWER");
      const stored = JSON.stringify(await big.world.storedSubmission(body.submissionId));
      for (const told of [text, stored, ...big.lambda.invocations.map(({ payload }) => payload)]) {
        expect(told).not.toContain("expected-e");
      }
    });

    it("is nobody's wrong answer when it is full of what cannot be read", async () => {
      await putFilled("broken", `[${'{"input":1},'.repeat(30_000)}`);
      await putFilled("deep", `[{"input":${"[".repeat(190 * KIB)}${"]".repeat(190 * KIB)}}]`);
      for (const problemId of ["broken", "deep"]) {
        const { status, body } = await grade(problemId);
        expect([status, body.status, body.results]).toEqual([200, "INTERNAL_ERROR", []]);
        expect(body.errorMessage).toMatch(/^The test cases of this problem are .+\.$/);
        const stored = await big.world.storedSubmission(body.submissionId);
        expect(stored).toMatchObject({ status: "INTERNAL_ERROR", errorMessage: body.errorMessage });
      }
      expect(big.lambda.invocations).toEqual([]);
    });
  },
);
