import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getAs } from "../support/http/get-as.js";
import { startWorld, type World } from "../support/world.js";

const OWNER = { sub: "owner", nickname: "Owner" };
const STAFF = { sub: "teacher", nickname: "Teacher", "cognito:groups": ["staff"] };

/** What of the tests must not come out, in one word each: it survives cutting, escaping and quoting. */
const SECRET = "Zq7InputOfTheHiddenCase";
const ANSWER = "Zq7ExpectedOfTheHiddenCase";

/** Has the runner say, in its own words, that the source does not compile: then no other case would. */
const COMPILE_ERROR_FORGED = `import base64, json, os, sys
    frame = sys._getframe()
    while "nonce" not in frame.f_locals: frame = frame.f_back
    print(data, flush=True)
    fault = json.dumps({"reason": "COMPILE_ERROR", "error": data, "traceback": data}).encode()
    line = frame.f_locals["nonce"] + " ###_FAULT_###" + base64.b64encode(fault).decode()
    os.write(frame.f_locals["channel"], line.encode() + b"\\n")
    os._exit(1)`;

/** How a solution can try to say its input; `returned` is what it answers with. */
const TELLTALES = {
  "prints it": "print(data)\n    return data",
  "prints it to stderr": "import sys\n    print(data, file=sys.stderr)\n    return data",
  "returns it": "return data",
  "returns it as a key": "return {data: 1}",
  "raises it": "raise ValueError(data)",
  "raises a class named after it": "raise type(data, (Exception,), {})(data)",
  "raises a class of a module named after it":
    "raise type('ValueError', (Exception,), {'__module__': data})(data)",
  "raises it in a note": "error = ValueError('x')\n    error.add_note(data)\n    raise error",
  "raises it in a group": "raise ExceptionGroup(data, [type(data, (Exception,), {})(data)])",
  "raises it as a cause": "raise KeyError('x') from ValueError(data)",
  "raises a key error of it": "return {}[data]",
  "has a syntax error of it": "compile(data + ' ' + data, data, 'exec')",
  "exits with it": "import sys\n    sys.exit(data)",
  "looks for an attribute of its name": "return getattr(data, data)",
  "imports it": "__import__(data)",
  "returns what has no JSON": "return type(data, (), {})()",
  "names a function after it and fails in it":
    "space = {}\n    exec(f'def {data}(): raise OSError({data!r})', space)\n    space[data]()",
  "says that it does not compile": COMPILE_ERROR_FORGED,
  "prints much, and it last": "print('x' * 600)\n    print(data)\n    raise TypeError(data)",
} as const;

/** The same of programs. */
const TELLTALE_PROGRAMS = {
  "prints it": "print(input())",
  "prints it to stderr": "import sys\nprint(input(), file=sys.stderr)",
  "raises it": "raise ValueError(input())",
  "exits with it": "import sys\nsys.exit(input())",
  "says that it does not compile": `data = input()\n${COMPILE_ERROR_FORGED.replaceAll("\n    ", "\n")}`,
  "is what it would compile": "exec(input() + ' ' + 'x')",
} as const;

/** The same of a function in JavaScript. */
const JAVASCRIPT_TELLTALES = {
  "prints it": "console.log(data); return data;",
  "prints it to stderr": "console.error(data); return data;",
  "returns it as a key": "return { [data]: 1 };",
  "raises it": "throw new RangeError(data);",
  "raises the text itself": "throw data;",
  "raises an object of it": "throw { [data]: data };",
  "raises a class named after it": "throw new ({ [data]: class extends Error {} })[data](data);",
  "calls an error by its name": "throw Object.assign(new Error(data), { name: data });",
  "calls an error by an own class and its name":
    "throw Object.assign(new Error(''), { name: 'TypeError: ' + data });",
  "writes a stack of it": "throw Object.assign(new Error(data), { stack: data });",
  "raises it as a cause": "throw new TypeError('x', { cause: new Error(data) });",
  "raises it in a group": "throw new AggregateError([new Error(data)], data);",
  "has a syntax error of it": "return eval(data + ' ' + data);",
  "exits with it": "process.exit(data.length);",
  "calls a member of its name": "return data[data]();",
  "imports it": "return require(data);",
  "returns what has no JSON": "return { [data]() {} }[data];",
  "rejects with it": "return Promise.reject(new Error(data));",
} as const;

describe("what a student can find out of hidden cases", () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld({ executor: "python" });
    const finalTestCases = [
      { input: SECRET, expected_output: ANSWER, visibility: "hidden", name: "The large one" },
      { input: "shown", expected_output: "shown", visibility: "open" },
    ];
    await world.putProblem({ problemId: "secret", finalTestCases });
    await world.putProblem({ problemId: "program", io: "stdio", finalTestCases });
    const checker =
      "def check(input, expected, actual): return {'score': 0, 'message': input + expected}";
    await world.putProblem({ problemId: "checked", judgeType: "checker", checker, finalTestCases });
  });
  afterAll(() => world.close());

  async function expectNothingTold(problemId: string, userCode: string, language = "python") {
    const graded = await world.grade({ userCode, problemId, language }, OWNER);
    expect(graded.status).toBe(200);
    const path = `/submissions/${graded.body.submissionId}`;
    const stored = await getAs(world, path, OWNER);
    const others = await getAs(world, path, { sub: "other", nickname: "Other" });
    for (const { text } of [graded, stored, others]) expect(text).not.toContain("Zq7");
    // By name, so that a member that comes later is thought of here.
    const ALLOWED = /^(?:caseNumber|name|status|executionTime|cpuTime|stdout|stderr|reason|error)$/;
    for (const { body: answer } of [graded, stored]) {
      const [hidden] = answer.results;
      expect(Object.keys(hidden).filter((name) => !ALLOWED.test(name))).toEqual([]);
      expect(hidden).toMatchObject({ stdout: null, stderr: null, name: "The large one" });
      expect(hidden.error ?? "Own").toMatch(/^\w+$/);
    }
    expect(graded.body.results).toEqual(stored.body.results);
    // It is all there for whoever may see it.
    const whole = await getAs(world, path, STAFF);
    expect(whole.body.results[0]).toMatchObject({
      input: problemId === "program" ? SECRET : JSON.stringify(SECRET),
      expectedOutput: problemId === "program" ? ANSWER : JSON.stringify(ANSWER),
    });
  }

  it.each(Object.entries(TELLTALES))("is nothing for code that %s", (_, body) =>
    expectNothingTold("secret", `def solution(data):\n    ${body}\n`),
  );

  it.each(Object.entries(TELLTALE_PROGRAMS))("is nothing for a program that %s", (_, userCode) =>
    expectNothingTold("program", userCode),
  );

  it.each(Object.entries(JAVASCRIPT_TELLTALES))("is nothing for JavaScript that %s", (_, body) =>
    expectNothingTold("secret", `function solution(data) {\n  ${body}\n}\n`, "javascript"),
  );

  it("is how JavaScript ended: a class that is its own, and no line", async () => {
    const userCode = "function solution(data) {\n  return null.length;\n}\n";
    const request = { userCode, problemId: "secret", language: "javascript" };
    const { body } = await world.grade(request, OWNER);
    expect(body.results[0]).toMatchObject({ reason: "EXCEPTION", error: "TypeError" });
    expect(body.results[1].error).toBe(
      "TypeError: Cannot read properties of null (reading 'length') (line 2)",
    );
    expect(body.errorMessage).toBe("Failed at test case 1: RUNTIME_ERROR");
  });

  it("is nothing of what a checker says", () =>
    expectNothingTold("checked", "def solution(data): return data"));

  it("is how it ended: the status, its reason, and a class that is Python's own", async () => {
    const userCode = "def solution(data):\n    return 1 // 0\n";
    const { body } = await world.grade({ userCode, problemId: "secret" }, OWNER);
    expect(body.results[0]).toEqual({
      caseNumber: 1,
      name: "The large one",
      status: "RUNTIME_ERROR",
      reason: "EXCEPTION",
      error: "ZeroDivisionError",
      executionTime: expect.any(Number),
      cpuTime: expect.any(Number),
      stdout: null,
      stderr: null,
    });
    expect(body.errorMessage).toBe("Failed at test case 1: RUNTIME_ERROR");
    expect(body.results[1].error).toBe(
      "ZeroDivisionError: integer division or modulo by zero (line 2)",
    );
  });

  it("is no more in the answer about a submission that could not be stored", async () => {
    const put = () => Promise.reject(new Error("The table is away."));
    const submissions = { ...world.stack.deps.submissions, put };
    const { problems } = world.stack.deps;
    const lame = await startWorld({ executor: "python", settings: { submissions, problems } });
    const userCode = "def solution(data):\n    print(data)\n    raise ValueError(data)\n";
    const answer = await lame.grade({ userCode, problemId: "secret" }, OWNER);
    await lame.close();
    expect([answer.status, answer.body.code]).toEqual([503, "SubmissionNotSaved"]);
    expect(answer.body.result.results[0].error).toBe("ValueError");
    expect(answer.text).not.toContain("Zq7");
  });
});
