import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { gradeBody } from "../../api/http/grade/request.js";
import { type ScriptedLambda, startScriptedLambda } from "../support/aws/scripted-lambda.js";
import { startWorld, type World } from "../support/world.js";

describe("how the code is called", () => {
  let world: World;
  let lambda: ScriptedLambda;

  beforeAll(async () => {
    lambda = await startScriptedLambda();
    world = await startWorld({ executor: { kind: "endpoint", endpoint: lambda.endpoint } });
  });
  beforeEach(() => lambda.play());
  afterAll(async () => {
    await world.close();
    await lambda.close();
  });

  const CODE = "def f(a, b): return a";

  async function gradeAgainst(fields: Record<string, unknown>) {
    await world.putProblem({ problemId: "called", ...fields });
    return (await world.grade({ userCode: CODE, problemId: "called" })).body;
  }

  const run = (fields: object) =>
    world.grade({ executionMode: "RUN_CUSTOM_TESTS", userCode: CODE, ...fields });

  /** What the payloads say beyond the code, its limit and its inputs. */
  const told = () =>
    lambda.invocations.map(({ event }) => {
      const { entry_function, argument_style, io } = event as Record<string, unknown>;
      return { entry_function, argument_style, io };
    });

  const TEXTS = [{ input: "1 2\n", expected_output: "1 2\n" }];

  it.each([
    [{ entryFunction: "twoSum" }, [1], { entry_function: "twoSum" }],
    [{ entryFunction: "Solution.twoSum" }, [1], { entry_function: "Solution.twoSum" }],
    [{ argumentStyle: "positional" }, [[1, 2]], { argument_style: "positional" }],
    [{ argumentStyle: "keyword" }, [{ a: 1 }], { argument_style: "keyword" }],
    [{ argumentStyle: "single", io: "function", entryFunction: null }, [1], {}],
    [{ io: "stdio" }, ["1 2\n"], { io: "stdio" }],
    [{ io: "stdio", entryFunction: "f", argumentStyle: "keyword" }, ["x"], { io: "stdio" }],
  ])("is the problem's word: %j", async (attributes, inputs, payload) => {
    const finalTestCases = inputs.map((input) => ({ input, expected_output: input }));
    const body = await gradeAgainst({ ...attributes, finalTestCases });
    expect(body.status).toBe("ACCEPTED");
    expect(told()).toEqual([payload]);
  });

  it("is not told where it is as ever: the payload has the seed's members alone", async () => {
    await gradeAgainst({ finalTestCases: [{ input: 1, expected_output: 1 }] });
    expect(lambda.invocations[0]?.payload).not.toMatch(/entry_function|argument_style|"io"/);
  });

  const CASE = { input: [1], expected_output: [1] };

  it.each([
    [{ io: "stdin" }, 'The io of this problem must be function or stdio, not "stdin".'],
    [{ io: "" }, 'The io of this problem must be function or stdio, not "".'],
    [
      { argumentStyle: "spread" },
      'The argumentStyle of this problem must be single, positional or keyword, not "spread".',
    ],
    [
      { entryFunction: "two sum" },
      'The entryFunction of this problem must be a function\'s name, or Class.method, not "two sum".',
    ],
    [
      { argumentStyle: "positional", finalTestCases: [CASE, { ...CASE, input: 5 }] },
      "The input of test case 2 of this problem must be an array of the function's arguments.",
    ],
    [
      { argumentStyle: "keyword", finalTestCases: [CASE] },
      "The input of test case 1 of this problem must be an object of the function's arguments by name.",
    ],
    [
      { io: "stdio", finalTestCases: [...TEXTS, CASE] },
      "The input of test case 2 of this problem must be a text, which the program reads from stdin.",
    ],
  ])("cannot be guessed: %j makes a problem unusable", async (attributes, errorMessage) => {
    const body = await gradeAgainst({ finalTestCases: [CASE], ...attributes });
    expect(body).toMatchObject({ status: "INTERNAL_ERROR", errorMessage, results: [] });
    expect(lambda.invocations).toEqual([]);
  });

  it("is the request's word in custom tests without a problem", async () => {
    const calling = { entryFunction: "f", argumentStyle: "positional" };
    await run({ ...calling, customTestCases: [[1, 2]] });
    await run({ io: "stdio", customTestCases: ["x"] });
    await run({ io: null, argumentStyle: null, entryFunction: null, customTestCases: [1] });
    expect(told()).toEqual([
      { entry_function: "f", argument_style: "positional" },
      { io: "stdio" },
      {},
    ]);
  });

  it.each([
    [{ io: "x" }, "Invalid input: io: must be function or stdio"],
    [{ argumentStyle: 5 }, "Invalid input: argumentStyle: must be single or positional or keyword"],
    [
      { entryFunction: "a b" },
      "Invalid input: entryFunction: must be a function's name, or Class.method",
    ],
  ])("is refused in a request that says it wrongly: %j", async (fields, error) => {
    const answer = await run({ ...fields, customTestCases: [1] });
    expect([answer.status, answer.body.error]).toEqual([400, error]);
  });

  it("is the problem's in custom tests with one, whatever the request says", async () => {
    await world.putProblem({ problemId: "named", entryFunction: "g", finalTestCases: [CASE] });
    const fields = {
      problemId: "named",
      entryFunction: "f",
      argumentStyle: "keyword",
      io: "stdio",
    };
    const { status } = await run({ ...fields, customTestCases: [1] });
    expect([status, told()]).toEqual([200, [{ entry_function: "g" }]]);
  });

  it("is the problem's although its cases cannot be graded", async () => {
    await world.putProblem({ problemId: "unfinished", io: "stdio", finalTestCases: [] });
    await run({ problemId: "unfinished", customTestCases: ["x"] });
    expect(told()).toEqual([{ io: "stdio" }]);
  });

  it("is not even looked at in a request that names a problem", () => {
    const request = { executionMode: "RUN_CUSTOM_TESTS", userCode: CODE, customTestCases: [] };
    const nonsense = { entryFunction: "a b", argumentStyle: "no", io: 7 };
    const body = { ...request, ...nonsense };
    expect(gradeBody.safeParse({ ...body, problemId: "named" }).success).toBe(true);
    expect(gradeBody.safeParse({ ...body, problemId: null }).success).toBe(false);
  });

  it.each([
    [{ argumentStyle: "positional" }, [1], "must be an array of the function's arguments"],
    [
      { argumentStyle: "keyword" },
      { a: 1 },
      "must be an object of the function's arguments by name",
    ],
    [{ io: "stdio" }, "1", "must be a text, which the program reads from stdin"],
  ])("%j is refused in a request whose own inputs do not suit it", async (fields, right, fault) => {
    const answer = await run({ ...fields, customTestCases: [right, 5] });
    const error = `Invalid input: customTestCases.1: ${fault}`;
    expect([answer.status, answer.body.error]).toEqual([400, error]);
    expect(lambda.invocations).toEqual([]);
  });

  it("of a problem is told beside an input of one's own that does not suit it; the others run", async () => {
    const argumentStyle = "positional";
    await world.putProblem({
      problemId: "spread",
      argumentStyle,
      finalTestCases: [{ ...CASE, input: [1] }],
    });
    const { body } = await run({ problemId: "spread", customTestCases: [5, [1], { a: 1 }, [2]] });
    expect(lambda.invocations.map(({ event }) => event.inputs)).toEqual([[[1], [2]]]);
    const outputs = body.results.map(({ input, runCodeOutput }: CustomResult) => ({
      input,
      error: runCodeOutput.error,
      isSuccessful: runCodeOutput.isSuccessful,
      returnValue: runCodeOutput.returnValue,
      runCodeLambdaError: runCodeOutput.runCodeLambdaError,
    }));
    const unsuitable = {
      error: "The input must be an array of the function's arguments.",
      isSuccessful: false,
      returnValue: null,
      runCodeLambdaError: false,
    };
    const ran = { error: null, isSuccessful: true, runCodeLambdaError: false };
    expect(outputs).toEqual([
      { input: 5, ...unsuitable },
      { input: [1], ...ran, returnValue: [1] },
      { input: { a: 1 }, ...unsuitable },
      { input: [2], ...ran, returnValue: [2] },
    ]);
  });
});

interface CustomResult {
  readonly input: unknown;
  readonly runCodeOutput: Readonly<Record<string, unknown>>;
}
