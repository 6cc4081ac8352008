import { DeleteTableCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createTables } from "../../dev/dynamodb/create-tables.js";
import {
  echoFirst,
  type Invocation,
  output,
  results,
  type ScriptedLambda,
  startScriptedLambda,
  throttled,
} from "../support/aws/scripted-lambda.js";
import { putEchoProblem } from "../support/http/post-grade.js";
import { type Answer, startWorld, type World } from "../support/world.js";

const ONE = { sub: "student-1", nickname: "One" };
const TWO = { sub: "student-2", nickname: "Two" };
const SUBMISSION = { userCode: "x", problemId: "echo" };
const CUSTOM_RUN = { executionMode: "RUN_CUSTOM_TESTS", userCode: "x", customTestCases: [1, 2] };

describe("what one user may have under way of what one invocation is not enough for", () => {
  let lambda: ScriptedLambda;
  let world: World;
  let open: () => void;

  beforeAll(async () => {
    lambda = await startScriptedLambda();
    const executor = { kind: "endpoint", endpoint: lambda.endpoint } as const;
    world = await startWorld({ executor, hasCallerLimits: true });
    await putEchoProblem(world, [1, 2]);
  });
  afterEach(() => {
    open();
    lambda.play();
  });
  afterAll(async () => {
    await world.close();
    await lambda.close();
  });

  /** Has every run need a second invocation, and holds that until it is opened. */
  function hold(): void {
    const opened = Promise.withResolvers<void>();
    lambda.play(async (invocation) => {
      if (isSecond(invocation)) await opened.promise;
      return echoFirst(1, invocation);
    });
    open = opened.resolve;
  }

  const isSecond = ({ event }: Invocation) => event.inputs[0] === 2;

  const seconds = () => lambda.invocations.filter(isSecond).length;

  /** Two of a user's, both running. */
  async function startTwo(body: object): Promise<Promise<Answer>[]> {
    hold();
    const running = [world.grade(body, ONE), world.grade(body, ONE)];
    await expect.poll(seconds, { interval: 5 }).toBe(2);
    return running;
  }

  it.each([
    ["submissions", SUBMISSION],
    ["runs of custom tests", CUSTOM_RUN],
  ])("is two %s: the third is refused until one has ended", async (_, body) => {
    const running = await startTwo(body);
    const submissionId = `third-${crypto.randomUUID()}`;
    const refused = await world.grade({ ...body, submissionId }, ONE);
    expect([refused.status, refused.body.code]).toEqual([429, "TooManyRequests"]);
    expect(refused.headers.get("Retry-After")).toBe("2");
    expect(await world.storedSubmission(submissionId)).toBeUndefined();
    open();
    for (const { status } of await Promise.all(running)) expect(status).toBe(200);
    expect((await world.grade(body, ONE)).status).toBe(200);
    expect(seconds()).toBe(3);
  });

  it.each([
    ["submissions", SUBMISSION],
    ["runs of custom tests", CUSTOM_RUN],
  ])("does not concern %s that one invocation is enough for", async (_, body) => {
    const running = await startTwo(body);
    const before = lambda.invocations.length;
    lambda.play();
    for (let quick = 0; quick < 3; quick += 1)
      expect((await world.grade(body, ONE)).status).toBe(200);
    expect(before).toBe(4);
    open();
    await Promise.all(running);
  });

  it("is nobody else's concern, and each kind of work is counted by itself", async () => {
    const running = await startTwo(SUBMISSION);
    const others = [world.grade(SUBMISSION, TWO), world.grade(CUSTOM_RUN, ONE)];
    await expect.poll(seconds, { interval: 5 }).toBe(4);
    open();
    const answers = await Promise.all([...running, ...others]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  it("includes what a checker needs for the answers, one slot at a time", async () => {
    const finalTestCases = [1, 2].map((input) => ({ input, expected_output: input }));
    const checker = "def check(input, expected, actual): return 1";
    await world.putProblem({ problemId: "c", judgeType: "checker", checker, finalTestCases });
    const opened = Promise.withResolvers<void>();
    open = opened.resolve;
    const isSecondCheck = ({ event }: Invocation) =>
      Array.isArray(event.inputs[0]) && event.inputs[0][0] === 2;
    const secondChecks = () => lambda.invocations.filter(isSecondCheck).length;
    lambda.play(async (invocation) => {
      if (isSecondCheck(invocation)) await opened.promise;
      const isCheck = Array.isArray(invocation.event.inputs[0]);
      return isCheck ? results([output({ returnValue: 1 })]) : echoFirst(1, invocation);
    });
    const checked = { userCode: "x", problemId: "c" };
    const running = [world.grade(checked, ONE), world.grade(checked, ONE)];
    await expect.poll(secondChecks, { interval: 5 }).toBe(2);
    const refused = await world.grade(checked, ONE);
    expect([refused.status, refused.body.code]).toEqual([429, "TooManyRequests"]);
    open();
    const answers = await Promise.all(running);
    expect(answers.map(({ status, body }) => [status, body.status])).toEqual([
      [200, "ACCEPTED"],
      [200, "ACCEPTED"],
    ]);
    expect(secondChecks()).toBe(2);
  });

  it("no longer includes what has failed", async () => {
    open = () => {};
    for (const time of [1, 2, 3]) {
      lambda.play((one) => (isSecond(one) ? throttled() : echoFirst(1, one)));
      expect([time, (await world.grade(SUBMISSION, ONE)).status]).toEqual([time, 503]);
      const missing = await world.grade({ ...SUBMISSION, problemId: "none" }, ONE);
      expect([time, missing.status]).toEqual([time, 404]);
    }
  });

  it("holds no verdict up where the slots cannot be asked, which is logged", async () => {
    const { documents, tables } = world.stack;
    await documents.send(new DeleteTableCommand({ TableName: tables.callerSlots }));
    lambda.play((invocation) => echoFirst(1, invocation));
    const { status, body } = await world.grade(SUBMISSION, TWO);
    expect([status, body.status]).toEqual([200, "ACCEPTED"]);
    const failed = world.logLines.filter(({ event }) => event === "callerSlots.failed");
    expect(failed).toMatchObject([{ work: "submission" }]);
    await createTables(documents, tables);
  });
});
