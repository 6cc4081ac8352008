import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createLambdaClient } from "../../api/adapters/aws-clients.js";
import { lambdaExecutor } from "../../api/adapters/lambda-executor.js";
import type { JsonText } from "../../api/domain/json.js";
import type { Executor, ExecutorJob } from "../../api/ports.js";
import { echo, type ScriptedLambda, startScriptedLambda } from "../support/aws/scripted-lambda.js";

interface Wire {
  readonly title: string;
  /** Absent where no job of the API's asks for it. */
  readonly job?: Omit<ExecutorJob, "tenantId" | "submission">;
  readonly payload: string;
  readonly answer: string;
  /** The text of each return value in the answer. */
  readonly returnValues: readonly string[];
}

const WARM = { body: '{"warm":true}' };
const FOLDER = new URL("../contract/wire/", import.meta.url);
const wires = readdirSync(FOLDER).map(
  (file) => JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")) as Wire,
);

describe("lambdaExecutor", () => {
  let lambda: ScriptedLambda;

  beforeAll(async () => {
    lambda = await startScriptedLambda();
  });

  beforeEach(() => lambda.play());
  afterAll(() => lambda.close());

  function executor(tenantIsolation: boolean): Executor {
    const client = createLambdaClient(30_000, {
      endpoint: lambda.endpoint,
      region: "us-east-1",
      credentials: { accessKeyId: "local", secretAccessKey: "local" },
    });
    const functionNames = { "python3.12": "executor", javascript: "javascript-executor" };
    return lambdaExecutor(client, { functionNames, tenantIsolation });
  }

  const never = new AbortController().signal;
  const job: ExecutorJob = {
    code: "code",
    language: "python3.12",
    timeLimitMs: 1000,
    budgetMs: 250,
    inputs: ["1" as JsonText],
    tenantId: "tenant-1",
    submission: {},
  };

  const spoken = wires.flatMap(({ job, ...wire }) =>
    job !== undefined && job.inputs.length > 0 ? [{ ...wire, sent: job }] : [],
  );
  it.each(spoken)(
    "speaks the wire of the fixture: $title",
    async ({ sent, payload, answer, returnValues }) => {
      lambda.play(() => ({ body: answer }));
      const read = await executor(true).run({ ...sent, tenantId: "t", submission: {} }, never);
      expect(lambda.invocations[0]?.payload).toBe(payload);
      expect(read).toMatchObject({
        kind: "answered",
        outcomes: returnValues.map((returnValue) => ({ execution: { returnValue } })),
      });
    },
  );

  it("names the tenant where the function isolates tenants, and nowhere else", async () => {
    await executor(true).run(job, never);
    await executor(false).run(job, never);
    const tenants = lambda.invocations.map(({ headers }) => headers["x-amz-tenant-id"]);
    expect(tenants).toEqual(["tenant-1", undefined]);
  });

  it("sends each language to its own function", async () => {
    lambda.play((asked) => (asked.event.warm_up ? WARM : echo(asked)));
    await executor(true).run(job, never);
    await executor(true).run({ ...job, language: "javascript" }, never);
    await executor(true).warmUp("tenant-1", "javascript", never);
    expect(lambda.invocations.map(({ functionName }) => functionName)).toEqual([
      "executor",
      "javascript-executor",
      "javascript-executor",
    ]);
  });

  it("has an interpreter of the language asked for made warm", async () => {
    lambda.play(() => WARM);
    await executor(true).warmUp("tenant-1", "python3.12", never);
    await executor(true).warmUp("tenant-1", "javascript", never);
    expect(lambda.invocations.map(({ payload }) => payload)).toEqual([
      '{"warm_up":true}',
      '{"warm_up":true,"language":"javascript"}',
    ]);
  });

  it("believes no answer that is not UTF-8, rather than mend it", async () => {
    const answer = Buffer.from(wires.find(({ title }) => title.includes("printed"))?.answer ?? "");
    // Half of a Korean letter, in the middle of what was printed.
    lambda.play(() => ({ body: Buffer.concat([answer.subarray(0, 26), answer.subarray(27)]) }));
    const { kind } = await executor(true).run(job, never);
    expect(kind).toBe("died");
  });

  it("rejects with the signal's reason when it is aborted", async () => {
    const abort = new AbortController();
    lambda.play(() => {
      abort.abort(new Error("too late"));
      return "silence";
    });
    await expect(executor(true).run(job, abort.signal)).rejects.toThrow("too late");
  });
});
