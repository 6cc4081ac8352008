import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { elementTexts, memberTexts } from "../../api/domain/json.js";
import { oracleRun } from "../support/oracle-run.js";
import { startWorld, type World } from "../support/world.js";
import { holdsForAll } from "./holds-for-all.js";
import { jsonText } from "./json-texts.js";
import { type Oracle, startOracle } from "./oracle.js";

const { seed, pairs, timeoutMs } = oracleRun();
const TELL = "def solution(data): return repr(data)";
/** What it sees is a line of its output, in ASCII, also where it cannot come back. */
const TELL_AND_RETURN = `import json
def solution(data):
    print(json.dumps(repr(data)))
    return data`;
/** A graded case shows the beginning of its output only: what it sees is told by its hash. */
const HASH_AND_RETURN = `import hashlib
def solution(data):
    print(hashlib.sha256(ascii(repr(data)).encode()).hexdigest())
    return data`;

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

/** One execution for all that is asked of the same texts. */
function onceFor<Result>(execute: (texts: readonly string[]) => Promise<Result>) {
  const known = new Map<string, Promise<Result>>();
  return (texts: readonly string[]) => {
    const key = texts.join("\n");
    const result = known.get(key) ?? execute(texts);
    known.set(key, result);
    return result;
  };
}

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

  const toldAndReturned = onceFor((texts) => run(TELL_AND_RETURN, texts));

  const asItWas = async (texts: readonly string[]) => {
    const results = await toldAndReturned(texts);
    const wanted = await oracle.repr(texts);
    return texts.map((text, index) => {
      const result = results[index];
      if (result?.input !== text) return `its input came back as ${result?.input}`;
      const told = JSON.parse(result.output.get("stdout") ?? '""');
      if (told === "") return `it failed: ${[...result.output]}`;
      const seen = JSON.parse(told);
      return seen === wanted[index] ? null : `the function saw ${seen}, not ${wanted[index]}`;
    });
  };

  const thereAndBack = async (texts: readonly string[]) => {
    const results = await toldAndReturned(texts);
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

  it(
    "is what json.loads makes of its text, and its text comes back to the letter",
    forGenerated(1000, 100, asItWas),
  );

  it("comes back from the function with nothing lost", forGenerated(1000, 100, thereAndBack));

  it("may be an integer of 100,000 digits, and one of 100,001 is no return value", async () => {
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

  interface CaseResult {
    readonly status: string;
    readonly reason?: string;
    readonly stdout: string;
  }

  async function grade(code: string, finalTestCases: string): Promise<readonly CaseResult[]> {
    await world.putProblem({ problemId: "generated", finalTestCases });
    const { status, body, text } = await world.grade({ userCode: code, problemId: "generated" });
    if (status !== 200) throw new Error(text);
    return body.results;
  }

  const expectingThemselves = onceFor((texts) => {
    const cases = texts.map((text, index) => caseText(text, text, index));
    return grade(HASH_AND_RETURN, inArray(cases));
  });

  const isSeenInArray = async (texts: readonly string[]) => {
    const results = await expectingThemselves(texts);
    const hashes = await oracle.reprHash(texts);
    return hashes.map((hash, index) => {
      const told = results[index]?.stdout;
      return told === `${hash}\n` ? null : `the function saw another value: ${told}`;
    });
  };

  const isSeenInText = async (texts: readonly string[]) => {
    const reprs = await oracle.repr(texts);
    const cases = texts.map((text, index) => caseText(text, JSON.stringify(reprs[index]), index));
    const results = await grade(TELL, asText(cases));
    return texts.map((_text, index) => {
      const { status, reason } = results[index] ?? {};
      return status === "ACCEPTED" ? null : `${reason ?? status}`;
    });
  };

  const equalsItself = async (texts: readonly string[]) => {
    const returned = await oracle.returned(texts);
    const results = await expectingThemselves(texts);
    return texts.map((_text, index) => {
      const { status, reason = status } = results[index] ?? {};
      const wanted = returned[index] === null ? "BAD_RETURN_VALUE" : "ACCEPTED";
      return reason === wanted ? null : `${reason}, not ${wanted}`;
    });
  };

  it("is what json.loads makes of its text, in an array", forGenerated(300, 50, isSeenInArray));

  it(
    "is what json.loads makes of its text, in an object's text",
    forGenerated(300, 50, isSeenInText),
  );

  it("that expects its own input accepts it", forGenerated(300, 50, equalsItself));
});
