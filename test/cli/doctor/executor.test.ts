import { expect, it } from "vitest";
import { openCloudClients } from "../../../cli/doctor/cloud-clients.js";
import { executor } from "../../../cli/doctor/executor.js";
import { selfTest } from "../../../cli/doctor/self-test.js";
import { listen } from "../../../dev/http/listen.js";
import { examine, kinds } from "../../support/cli/examine.js";
import { examineCloud, OUTPUTS } from "../../support/cli/examine-cloud.js";

const ran = (changes: object = {}) => ({
  returnValue: "computed",
  executionTimeMs: 310,
  cpuTimeMs: 300,
  error: null,
  stderr: "",
  reason: null,
  ...changes,
});

it("compares wall with processor time, as a tenant of its own", async () => {
  let asked: unknown;
  const Invoke = (input: unknown) => {
    asked = input;
    return ran();
  };
  expect(await examineCloud(executor, { Invoke })).toEqual([
    { kind: "holds", sentence: "300 ms of processor took 310 ms: wall ÷ CPU is 1.0." },
  ]);
  expect(asked).toMatchObject({
    FunctionName: OUTPUTS.codeExecutorLambdaName,
    TenantId: "doctor",
    event: { timeout_ms: 5000 },
  });
});

it("names no tenant where environments are shared", async () => {
  let asked: unknown;
  const Invoke = (input: unknown) => {
    asked = input;
    return ran();
  };
  const outputs = { ...OUTPUTS, tenantIsolation: false };
  await examineCloud(executor, { Invoke }, { outputs });
  expect(asked).toMatchObject({ TenantId: null });
});

it("warns where a function has too little of a processor", async () => {
  const [finding] = await examineCloud(executor, { Invoke: ran({ executionTimeMs: 1050 }) });
  expect(finding).toMatchObject({
    kind: "warns",
    command: expect.stringContaining("executorMemoryMb"),
  });
});

it("fails where the program does not end well", async () => {
  const died = ran({ returnValue: null, error: "the jail did not close" });
  const [finding] = await examineCloud(executor, { Invoke: died });
  expect(finding?.sentence).toContain("the jail did not close");
  expect(finding).toMatchObject({ kind: "fails", command: expect.stringContaining("logs tail") });
});

it.each([
  [executor, OUTPUTS.codeExecutorLambdaName],
  [selfTest, OUTPUTS.executorProbeLambdaName],
])(
  "fails where the function itself does, and says where its log is: $0.name",
  async (stage, name) => {
    const { service, close } = await failingFunctions();
    try {
      const clients = openCloudClients(OUTPUTS.region, { dynamodb: service, lambda: service });
      using _clients = clients;
      const facts = { clients, outputs: OUTPUTS, deployed: true, runsCode: true } as const;
      expect(await examine(stage, facts)).toEqual([
        {
          kind: "fails",
          sentence: `${name} ended with an error: {"errorMessage":"out of memory"}`,
          command: `aws logs tail "/aws/lambda/${name}" --since 15m`,
        },
      ]);
    } finally {
      await close();
    }
  },
);

it("leaves the self-test out where the stack has none", async () => {
  const outputs = { ...OUTPUTS, executorProbeLambdaName: null };
  expect(kinds(await examineCloud(selfTest, {}, { outputs }))).toEqual(["skipped"]);
});

/** A Lambda on which every function ends with an error. */
async function failingFunctions() {
  const headers = { "X-Amz-Function-Error": "Unhandled" };
  const answer = () => Response.json({ errorMessage: "out of memory" }, { headers });
  const { url, close } = await listen(answer, 0);
  return { service: url, close };
}

const report = (changes: object = {}) => ({
  platform: "Linux-5.10",
  python: "3.12.1",
  isJailed: true,
  missing: ["code can signal the processes that run it"],
  error: null,
  javascript: null,
  clocks: { processorShare: 1, measuredShare: 0.98 },
  ...changes,
});

it("holds where the jail does, for each function that there is", async () => {
  expect(kinds(await examineCloud(selfTest, { Invoke: report() }))).toEqual(["holds", "holds"]);
  const outputs = { ...OUTPUTS, javascriptProbeLambdaName: "edge-grader-javascript-probe-prod" };
  const findings = await examineCloud(selfTest, { Invoke: report() }, { outputs });
  expect(kinds(findings)).toEqual(["holds", "holds", "holds", "holds"]);
});

it.each([
  ["code could open files", { isJailed: false, missing: ["code can open files"] }, "open files"],
  ["the test itself fails", { error: "no runner" }, "no runner"],
  [
    "JavaScript could",
    { javascript: { isJailed: false, missing: ["JavaScript can write files"], error: null } },
    "JavaScript can write files",
  ],
])("fails where %s, and lets no traffic in", async (_, changes, sentence) => {
  const [finding] = await examineCloud(selfTest, { Invoke: report(changes) });
  expect(finding?.kind).toBe("fails");
  expect(finding?.sentence).toContain("let no traffic in");
  expect(finding?.sentence).toContain(sentence);
});

it("warns where a processor is worth less than its memory says", async () => {
  const clocks = { processorShare: 1, measuredShare: 0.5 };
  expect(kinds(await examineCloud(selfTest, { Invoke: report({ clocks }) }))).toEqual([
    "holds",
    "warns",
  ]);
});
