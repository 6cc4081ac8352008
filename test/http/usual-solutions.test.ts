import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { elementTexts, memberTexts } from "../../api/domain/json.js";
import { startWorld, type World } from "../support/world.js";

/** What a solution's head says: of a program what it reads and writes, of a function how it is called. */
interface Head {
  readonly entry_function?: string;
  readonly argument_style?: string;
}

const FILE = new URL("../executor/usual_solutions.txt", import.meta.url);

const SOLUTIONS = readFileSync(FILE, "utf8")
  .split(/^#: (?=[^{])/m)
  .slice(1)
  .map((part, index) => {
    const [title = "", head = "", ...code] = part.split("\n");
    return { index, title, head: head.replace("#: ", ""), code: code.join("\n") };
  });

/** The problem as its author would send it, with every digit of its values. */
function problemOf(head: string): string {
  const texts = memberTexts(head);
  const input = texts.get("input");
  if (input !== undefined) return problemJson({ io: "stdio" }, [[input, texts.get("output")]]);
  const { entry_function: entryFunction, argument_style: argumentStyle }: Head = JSON.parse(head);
  const returns = elementTexts(texts.get("returns") ?? "[]");
  const inputs = elementTexts(texts.get("inputs") ?? "[]");
  const cases = inputs.map((one, index) => [one, returns[index]] as const);
  return problemJson({ entryFunction, argumentStyle }, cases);
}

function problemJson(
  calling: object,
  cases: readonly (readonly [input: string, expected: string | undefined])[],
): string {
  const members = cases.map(
    ([input, expected]) => `{"input":${input},"expected_output":${expected}}`,
  );
  return JSON.stringify({ ...calling, finalTestCases: `[${members.join()}]` });
}

/** Answers that are right for no case. */
function wrongCodeOf(head: string): string {
  const { entry_function: entryFunction }: Head = JSON.parse(head);
  if (entryFunction === undefined) return "print('something else')\n";
  const [method, className] = entryFunction.split(".").reverse();
  const definition = `def ${method}(*arguments, **named): return "something else"\n`;
  return className === undefined ? definition : `class ${className}:\n    ${definition}`;
}

describe("problems as other sites have them", () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld({ executor: "python" });
    for (const { index, head } of SOLUTIONS) {
      const answer = await world.request(`/dev/problems/usual-${index}`, {
        method: "PUT",
        headers: { "Content-Type": "application/json" },
        body: problemOf(head),
      });
      expect(answer.status).toBe(204);
    }
  });
  afterAll(() => world.close());

  it("are programs and functions, ten of each at least", () => {
    const programs = SOLUTIONS.filter(({ head }) => memberTexts(head).has("output"));
    expect(programs.length).toBeGreaterThanOrEqual(10);
    expect(SOLUTIONS.length - programs.length).toBeGreaterThanOrEqual(10);
  });

  it.each(SOLUTIONS)(
    "are solved by their usual solution, unchanged: $title",
    async ({ index, code }) => {
      const { body } = await world.grade({ problemId: `usual-${index}`, userCode: code });
      expect([body.status, body.score, body.errorMessage]).toEqual(["ACCEPTED", 100, null]);
    },
  );

  it.each(SOLUTIONS)("are not solved by another answer: $title", async ({ head, index }) => {
    const problemId = `usual-${index}`;
    const { body } = await world.grade({ problemId, userCode: wrongCodeOf(head) });
    const statuses = body.results.map((result: { status: string }) => result.status);
    expect(new Set(statuses)).toEqual(new Set(["WRONG_ANSWER"]));
  });
});
