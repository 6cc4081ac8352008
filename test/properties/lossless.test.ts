import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { elementTexts, memberTexts } from "../../api/domain/json.js";
import { oracleRun } from "../support/oracle-run.js";
import { startWorld, type World } from "../support/world.js";
import { holdsForAll } from "./holds-for-all.js";
import { jsonText } from "./json-texts.js";
import { type Oracle, startOracle } from "./oracle.js";

const { seed, pairs, timeoutMs } = oracleRun();
const TELL = "def solution(data): return repr(data)";
const RETURN = "def solution(data): return data";

let world: World;
let oracle: Oracle;
beforeAll(async () => {
  world = await startWorld({ executor: "python" });
  oracle = startOracle();
}, timeoutMs);
afterAll(async () => {
  await world.close();
  await oracle.close();
});

type Complaints = (texts: readonly string[]) => Promise<(string | null)[]>;

const forGenerated = (usual: number, batchSize: number, complaints: Complaints) => () =>
  holdsForAll({ values: jsonText, count: pairs ?? usual, batchSize, seed, complaints });

describe("a custom test case", { timeout: timeoutMs }, () => {
  /** What each result has written under these names, `reason` among them where a run failed. */
  async function run(code: string, texts: readonly string[]) {
    const { status, text } = await world.grade(
      `{"executionMode":"RUN_CUSTOM_TESTS","userCode":${JSON.stringify(code)},"customTestCases":[ ${texts.join(" ,\n")} ]}`,
    );
    if (status !== 200) throw new Error(text);
    return elementTexts(memberTexts(text).get("results") ?? "[]").map((result) => {
      const members = memberTexts(result);
      const output = memberTexts(members.get("runCodeOutput") ?? "{}");
      return { input: members.get("input"), returned: output.get("returnValue") ?? "", output };
    });
  }

  const asItWas = async (texts: readonly string[]) => {
    const results = await run(TELL, texts);
    const wanted = await oracle.repr(texts);
    return texts.map((text, index) => {
      const result = results[index];
      if (result?.input !== text) return `its input came back as ${result?.input}`;
      if (result.returned === "null") return `it failed: ${[...result.output]}`;
      const seen = JSON.parse(result.returned);
      return seen === wanted[index] ? null : `the function saw ${seen}, not ${wanted[index]}`;
    });
  };

  const thereAndBack = async (texts: readonly string[]) => {
    const results = await run(RETURN, texts);
    const wanted = await oracle.returned(texts);
    const given = await oracle.repr(results.map((result) => result.returned));
    return texts.map((_text, index) => {
      if (wanted[index] === null) {
        const reason = results[index]?.output.get("reason");
        return reason === '"BAD_RETURN_VALUE"' ? null : `its reason is ${reason}`;
      }
      return given[index] === wanted[index] ? null : `${given[index]} came, not ${wanted[index]}`;
    });
  };

  test(
    "is what json.loads makes of its text, and its text comes back to the letter",
    forGenerated(1000, 100, asItWas),
  );

  test("comes back from the function with nothing lost", forGenerated(1000, 100, thereAndBack));

  test("may be an integer of 100,000 digits, and one of 100,001 is no return value", async () => {
    const timesTen = "def solution(data):\n    return data * 10";
    const [whole, tooLong] = await run(timesTen, ["7".repeat(99_999), "7".repeat(100_000)]);
    expect(whole?.returned).toBe(`${"7".repeat(99_999)}0`);
    expect(tooLong?.output.get("reason")).toBe('"BAD_RETURN_VALUE"');
  });
});

describe("a stored test case", { timeout: timeoutMs }, () => {
  const inArray = (cases: readonly string[]) => `[${cases.join(", \n")}]`;
  const asText = (cases: readonly string[]) =>
    `{"note": [1.0], "finalTestCases": ${JSON.stringify(inArray(cases))}}`;

  /** The ways in which an author's tool may write a case. */
  const caseText = (input: string, expected: string, index: number) =>
    [
      `{"input":${input},"expected_output":${expected}}`,
      `{ "expected_output" : ${expected} , "hidden" : true , "input" : ${input} }`,
      `{"input":0,"\\u0069nput":\n${input}\n,"expected_output":[1.5],"expected_\\u006futput":${expected}}`,
    ][index % 3] ?? "";

  async function statuses(code: string, finalTestCases: string): Promise<string[]> {
    await world.putProblem({ problemId: "generated", finalTestCases });
    const { status, body, text } = await world.grade({ userCode: code, problemId: "generated" });
    if (status !== 200) throw new Error(text);
    return body.results.map(
      (result: { status: string; reason?: string }) => result.reason ?? result.status,
    );
  }

  const isSeenAsByCPython =
    (stored: (cases: readonly string[]) => string) => async (texts: readonly string[]) => {
      const reprs = await oracle.repr(texts);
      const cases = texts.map((text, index) => caseText(text, JSON.stringify(reprs[index]), index));
      const given = await statuses(TELL, stored(cases));
      return texts.map((_text, index) => (given[index] === "ACCEPTED" ? null : `${given[index]}`));
    };

  const equalsItself = async (texts: readonly string[]) => {
    const returned = await oracle.returned(texts);
    const cases = texts.map((text, index) => caseText(text, text, index));
    const given = await statuses(RETURN, inArray(cases));
    return texts.map((_text, index) => {
      const wanted = returned[index] === null ? "BAD_RETURN_VALUE" : "ACCEPTED";
      return given[index] === wanted ? null : `${given[index]}, not ${wanted}`;
    });
  };

  test(
    "is what json.loads makes of its text, in an array",
    forGenerated(300, 50, isSeenAsByCPython(inArray)),
  );

  test(
    "is what json.loads makes of its text, in an object's text",
    forGenerated(300, 50, isSeenAsByCPython(asText)),
  );

  test("that expects its own input accepts it", forGenerated(300, 50, equalsItself));
});
