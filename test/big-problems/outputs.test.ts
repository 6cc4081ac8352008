import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MAX_RESPONSE_BYTES } from "../../dev/lambda/payload-limits.js";
import { MAX_ITEM_BYTES } from "../support/aws/dynamo-item-bytes.js";
import { expectContractAnswer } from "../support/http/expect-contract-answer.js";
import { type BigWorld, DYNAMO_DBS, startBigWorld } from "./big-world.js";
import { type CaseKind, expectedInTurn, KINDS, outline, playInTurn } from "./case-plan.js";

const ACCEPTED: CaseKind[] = [{ status: "ACCEPTED" }];
const WRONG: CaseKind[] = KINDS.slice(1, 2);
/** The longest words that a case can have. */
const LONGEST: CaseKind[] = KINDS.filter(({ reason }) => reason === "NO_ENTRY_FUNCTION");

/** Of four bytes in UTF-8, of two characters in JavaScript, of one in the 500 that are shown. */
const EMOJI = "😀".repeat(500);
/** As long as a key may be. */
const LONG_ID = "p".repeat(2048);

/** Each takes six bytes in JSON, and seven once Lambda has written the answer as a string. */
const CONTROLS = "\u0001".repeat(500);

interface StoredCase {
  readonly status: string;
  readonly stdout: string | null;
  readonly stderr: string | null;
}

const isCut = ({ stdout, stderr }: StoredCase) => stdout === null && stderr === null;

describe.each(DYNAMO_DBS)(
  "outputs beyond what an item can hold, on %s",
  { timeout: 120_000 },
  (_, start) => {
    let big: BigWorld;

    beforeAll(async () => {
      big = await startBigWorld(start);
      const titles = { title: "t".repeat(2048), title_translated: "제".repeat(682) };
      await big.putCounting(LONG_ID, 2500, titles);
    });
    afterAll(() => big.close());

    it.each([
      ["accepted, in characters of four bytes", ACCEPTED, EMOJI],
      ["wrong, in characters of four bytes", WRONG, EMOJI],
      ["of every kind, in control characters", KINDS, CONTROLS],
      ["of the longest kind", LONGEST, EMOJI],
    ])("are cut until it fits: 2,500 cases %s", async (_, kinds, text) => {
      const measured = { executionTimeMs: 14_999, cpuTimeMs: 14_998, peakMemoryKb: 262_143 };
      big.lambda.play(playInTurn(kinds, { stdout: text, stderr: text, ...measured }));
      const userCode = "가".repeat(21_845);
      const student = { sub: "s".repeat(36), nickname: "길".repeat(682) };
      const submissionId = randomUUID().padEnd(128, "x");
      const body = { userCode, problemId: LONG_ID, submissionId };
      const answer = await big.world.grade(body, student);
      expectContractAnswer(answer);
      expect(Buffer.byteLength(JSON.stringify(answer.text))).toBeLessThan(MAX_RESPONSE_BYTES);

      const stored = await big.world.storedSubmission(submissionId);
      const expected = expectedInTurn(kinds, 2500);
      for (const { resultsTruncated, results } of [answer.body, stored]) {
        expect(resultsTruncated).toBe(true);
        expect(outline(results)).toEqual(expected);
      }
      const { status, score, passedCaseCount, totalCaseCount, errorMessage } = answer.body;
      expect(stored).toMatchObject({
        ...{ status, score, passedCaseCount, totalCaseCount, errorMessage },
        ...{ userCode, author: student.nickname, problemTitle: "t".repeat(2048) },
      });
      expect(await big.storedBytes(submissionId)).toBeLessThanOrEqual(MAX_ITEM_BYTES);
      expectCutInOrder(stored?.results as StoredCase[]);
      expectCutInOrder(answer.body.results);
    });

    it("are cut no more than needed, accepted cases first and the first failure last", async () => {
      await big.putCounting("mixed", 200);
      const kinds = [...ACCEPTED, ...WRONG];
      big.lambda.play(playInTurn(kinds, { stdout: EMOJI, stderr: EMOJI }));
      const { body } = await big.world.grade({ userCode: "x", problemId: "mixed" });
      const stored = (await big.world.storedSubmission(body.submissionId)) ?? {};
      const results = stored.results as StoredCase[];
      expectCutInOrder(results);
      // All outputs take 800 KB, and the failed cases' half of them about as much as an item may have.
      expect(results.filter(({ status }) => status === "ACCEPTED").every(isCut)).toBe(true);
      expect(results.filter((result) => !isCut(result)).length).toBeGreaterThan(80);
      const whole = { stdout: EMOJI, stderr: EMOJI };
      expect(results.find((result) => !isCut(result))).toMatchObject({ caseNumber: 2 });
      for (const result of results) if (!isCut(result)) expect(result).toMatchObject(whole);
      const bytes = await big.storedBytes(body.submissionId);
      expect(bytes).toBeLessThanOrEqual(MAX_ITEM_BYTES);
      expect(bytes).toBeGreaterThan(MAX_ITEM_BYTES - 20_000);
      // The answer has room for what the item has not.
      expect(body.results.some(isCut)).toBe(false);
    });

    it("leave out a name that no index could hold, rather than anything else", async () => {
      const title = "긴".repeat(50_000);
      await big.putCounting("long-named", 1000, { title, title_translated: title });
      big.lambda.play(playInTurn(ACCEPTED, { stdout: EMOJI }));
      const student = { sub: "long", nickname: "n".repeat(2049) };
      const { body } = await big.world.grade({ userCode: "x", problemId: "long-named" }, student);
      expect(body).toMatchObject({ status: "ACCEPTED", problemTitle: title });
      const stored = await big.world.storedSubmission(body.submissionId);
      for (const name of ["problemTitle", "problemTitleTranslated", "author"]) {
        expect(stored).not.toHaveProperty(name);
      }
      expect(stored).toMatchObject({ userId: "long", status: "ACCEPTED", resultsTruncated: true });
      expect(await big.storedBytes(body.submissionId)).toBeLessThanOrEqual(MAX_ITEM_BYTES);
    });
  },
);

/** A case that failed is cut only once every accepted one is, and of those that failed the last first. */
function expectCutInOrder(results: readonly StoredCase[]): void {
  const failed = results.filter(
    ({ status }) => status !== "ACCEPTED" && status !== "INTERNAL_ERROR",
  );
  const accepted = results.filter(({ status }) => status === "ACCEPTED");
  const firstCut = failed.findIndex(isCut);
  if (firstCut === -1) return;
  expect(accepted.every(isCut)).toBe(true);
  expect(failed.slice(firstCut).every(isCut)).toBe(true);
}
