import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { elementTexts, isObject, memberTexts } from "../../api/domain/json.js";
import { oracleRun } from "../support/oracle-run.js";
import { startWorld, type World } from "../support/world.js";
import { holdsForAll } from "./holds-for-all.js";
import { jsonText } from "./json-texts.js";

const { seed, pairs, timeoutMs } = oracleRun();
const language = "javascript";

/** Tells what it sees as JavaScript has it, and gives it back. */
const TELL_AND_RETURN = `
  const tell = (value) => {
    if (Array.isArray(value)) return "[" + value.map(tell).join() + "]";
    if (typeof value === "object" && value !== null)
      return "{" + Object.keys(value).map((key) => JSON.stringify(key) + ":" + tell(value[key])).join() + "}";
    if (typeof value === "bigint") return value + "n";
    if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
    return JSON.stringify(value);
  };
  function solution(value) {
    console.log(tell(value));
    return value;
  }`;

/** What JavaScript makes of a text: integers that a number cannot hold are BigInt. */
function seen(text: string): unknown {
  return JSON.parse(text, (_key, value, context?: { source?: string }) => {
    if (typeof value !== "number" || context?.source === undefined) return value;
    if (!/^-?\d+$/.test(context.source)) return value;
    return Number.isSafeInteger(value) ? value + 0 : BigInt(context.source);
  });
}

/** The same value as its solution tells it. */
function told(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(told).join()}]`;
  if (isObject(value)) {
    const members = Object.entries(value).map(
      ([key, one]) => `${JSON.stringify(key)}:${told(one)}`,
    );
    return `{${members.join()}}`;
  }
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  return JSON.stringify(value);
}

/** The value as what is returned must be worth, to the digit; undefined where JSON has no form for it. */
function worth(value: unknown): string | undefined {
  if (Array.isArray(value)) return joined("[", value.map(worth), "]");
  if (isObject(value)) {
    const members = Object.entries(value).map(([key, one]) => {
      const [name, rest] = [worth(key), worth(one)];
      return name === undefined || rest === undefined ? undefined : `${name}:${rest}`;
    });
    return joined("{", members, "}");
  }
  if (typeof value === "string") return value.isWellFormed() ? JSON.stringify(value) : undefined;
  if (typeof value === "number") return worthOfDouble(value);
  return String(value);
}

/** The same of a text that was returned, in whose objects the order is as it was written. */
function worthOfText(text: string): string | undefined {
  const start = text.trimStart()[0] ?? "";
  if (start === "[") return joined("[", elementTexts(text).map(worthOfText), "]");
  if (start === "{") {
    const members = [...memberTexts(text)].map(
      ([key, one]) => `${JSON.stringify(key)}:${worthOfText(one)}`,
    );
    return joined("{", members, "}");
  }
  if (/^-?\d+$/.test(text)) return String(BigInt(text));
  return worth(JSON.parse(text));
}

function worthOfDouble(value: number): string {
  if (!Number.isFinite(value)) return JSON.stringify(String(value));
  if (Object.is(value, -0)) return "-0.0";
  return Number.isInteger(value) ? String(BigInt(value)) : String(value);
}

function joined(open: string, parts: readonly (string | undefined)[], close: string) {
  return parts.includes(undefined) ? undefined : `${open}${parts.join()}${close}`;
}

let world: World;
beforeAll(async () => {
  world = await startWorld({ executor: "python" });
}, timeoutMs);
afterAll(() => world.close());

async function run(userCode: string, texts: readonly string[]) {
  const { status, text } = await world.grade(
    `{"executionMode":"RUN_CUSTOM_TESTS","language":"${language}","userCode":${JSON.stringify(userCode)},"customTestCases":[${texts.join()}]}`,
  );
  if (status !== 200) throw new Error(text);
  return elementTexts(memberTexts(text).get("results") ?? "[]").map((result) => {
    const members = memberTexts(result);
    return { input: members.get("input"), ...outputOf(members.get("runCodeOutput") ?? "{}") };
  });
}

function outputOf(text: string) {
  const output = memberTexts(text);
  return {
    returned: output.get("returnValue") ?? "",
    reason: JSON.parse(output.get("reason") ?? "null"),
    stdout: JSON.parse(output.get("stdout") ?? '""'),
  };
}

type Result = Awaited<ReturnType<typeof run>>[number];

function complaint(text: string, { input, stdout, returned, reason }: Result): string | null {
  const value = seen(text);
  if (input !== text) return `its input came back as ${input}`;
  if (stdout !== `${told(value)}\n`) return `it saw ${stdout}, not ${told(value)}`;
  const wanted = worth(value);
  if (wanted === undefined) return reason === "BAD_RETURN_VALUE" ? null : `its reason is ${reason}`;
  const given = worthOfText(returned);
  return given === wanted ? null : `${given} came, not ${wanted} (${reason})`;
}

/** What goes in, and what comes out of a function that returns it. */
const NOTABLE = [
  ["1.0", "1"],
  ["1e2", "100"],
  ["0.1000", "0.1"],
  ["-0.0", "-0.0"],
  ["1e400", '"Infinity"'],
  ["-1e400", '"-Infinity"'],
  ["9007199254740991", "9007199254740991"],
  ["9007199254740993", "9007199254740993"],
  ["12345678901234567890", "12345678901234567890"],
  ["1e22", "10000000000000000000000"],
  ['{"b":1,"10":2,"9":3.0,"a":4}', '{"9":3,"10":2,"b":1,"a":4}'],
  ['{"a":1,"b":2,"a":3}', '{"a":3,"b":2}'],
  ['{"__proto__":{"x":1.5}}', '{"__proto__":{"x":1.5}}'],
  ['"\\u00e9\\ud83d\\ude42"', '"é🙂"'],
] as const;

describe("a value on its way through JavaScript", { timeout: timeoutMs }, () => {
  it("is written with the digits, the signs and the order of keys that JavaScript has", async () => {
    const inputs = NOTABLE.map(([input]) => input);
    const results = await run("const solution = (value) => value;", inputs);
    const compact = (text: string) => text.replaceAll(/([:,]) /g, "$1");
    expect(results.map(({ input, returned }) => [input, compact(returned)])).toEqual(NOTABLE);
  });

  it("is seen as what JSON.parse makes of it, large integers as BigInt, and comes back with nothing lost", () =>
    holdsForAll({
      values: jsonText,
      count: pairs ?? 300,
      batchSize: 100,
      seed,
      complaints: async (texts) => {
        const results = await run(TELL_AND_RETURN, texts);
        return texts.map((text, index) => complaint(text, results[index] ?? expect.fail()));
      },
    }));

  it("that is stored equals itself when it is returned", () =>
    holdsForAll({
      values: jsonText,
      count: pairs ?? 100,
      batchSize: 50,
      seed,
      complaints: async (texts) => {
        const cases = texts.map((text) => `{"input":${text},"expected_output":${text}}`);
        await world.putProblem({ problemId: "itself", finalTestCases: `[${cases.join()}]` });
        const userCode = "module.exports = (value) => value;";
        const { body } = await world.grade({ userCode, language, problemId: "itself" });
        return texts.map((text, index) => {
          const { status, reason = status } = body.results[index];
          const wanted = worth(seen(text)) === undefined ? "BAD_RETURN_VALUE" : "ACCEPTED";
          return reason === wanted ? null : `${reason}, not ${wanted}`;
        });
      },
    }));

  it("that is NaN, or an infinity, equals the text for it and the number itself", async () => {
    const finalTestCases = `[{"input":0,"expected_output":["NaN","Infinity",-1e400]},{"input":0,"expected_output":[NaN,Infinity,-Infinity]}]`;
    await world.putProblem({ problemId: "no-numbers", finalTestCases });
    const userCode = "const solution = (zero) => [zero / zero, 1 / zero, -1 / zero];";
    const { body } = await world.grade({ userCode, language, problemId: "no-numbers" });
    expect([body.status, body.errorMessage]).toEqual(["ACCEPTED", null]);
  });
});
