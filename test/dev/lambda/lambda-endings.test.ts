import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { becomesTrue, isAlive, scratchFolder, testLambda } from "./lambda-fixture.js";

const exitError = (reason: string) => ({
  errorType: "Runtime.ExitError",
  errorMessage: expect.stringMatching(
    new RegExp(`^RequestId: [0-9a-f-]{36} Error: Runtime exited ${reason}$`),
  ),
});

describe("a runtime that ends during an invocation", () => {
  it.each([
    [{ do: "exit", status: 1 }, "with error: exit status 1"],
    [{ do: "exit", status: 0 }, "without providing a reason"],
    [{ do: "signal", name: "SIGKILL" }, "with error: signal: killed"],
    [{ do: "signal", name: "SIGSEGV" }, "with error: signal: segmentation fault"],
  ])("by %j is a Runtime.ExitError and is replaced", async (event, reason) => {
    const { invoke, environments } = await testLambda();
    const pid = (await invoke({ do: "pid" })).value();
    const outcome = await invoke(event);
    expect(outcome).toMatchObject({ status: 200, functionError: "Unhandled" });
    expect(outcome.value()).toEqual(exitError(reason));
    expect((await invoke({ do: "pid" })).value()).not.toBe(pid);
    expect(environments()).toHaveLength(1);
  });
});

describe("the time-out", () => {
  it("kills the environment with its children, and the next one answers", async () => {
    const { invoke, environments } = await testLambda({ timeoutMs: 1_500 });
    await invoke({ do: "pid" });
    const pids = environments().map(({ pid }) => pid);
    const report = join(scratchFolder(), "children");
    const outcome = await invoke({ do: "leave_children", report });
    expect(outcome).toMatchObject({ status: 200, functionError: "Unhandled" });
    expect(outcome.value()).toEqual({
      errorType: "Sandbox.Timedout",
      errorMessage: expect.stringMatching(
        /^RequestId: .{36} Error: Task timed out after 1.50 seconds$/,
      ),
    });
    pids.push(...(JSON.parse(readFileSync(report, "utf8")) as number[]));
    await becomesTrue(() => !pids.some(isAlive));
    expect((await invoke({ do: "return", value: "after" })).value()).toBe("after");
  });

  it("begins anew with each invocation", async () => {
    const { invoke } = await testLambda({ timeoutMs: 2_000 });
    const pids = new Set<unknown>();
    for (let turn = 0; turn < 3; turn += 1) {
      pids.add((await invoke({ do: "sleep", seconds: 0.7 })).value());
    }
    expect(pids.size).toBe(1);
  });

  it("goes on after the answer until the runtime asks for work", async () => {
    const { invoke, environments } = await testLambda({ timeoutMs: 2_000, maxConcurrency: 1 });
    await invoke({ do: "pid" });
    expect((await invoke({ do: "answer_and_sleep" })).value()).toBe("answered");
    expect(environments()).toMatchObject([{ busy: true }]);
    await expect(invoke({ do: "pid" })).rejects.toMatchObject({ name: "TooManyRequestsException" });
    await becomesTrue(() => environments().length === 0);
    expect((await invoke({ do: "return", value: "after" })).value()).toBe("after");
  });
});

describe("a runtime that ends between two invocations", () => {
  it("right after its answer harms neither its caller nor the next one", async () => {
    const { invoke, environments } = await testLambda({ maxConcurrency: 1 });
    const pids = new Set<unknown>();
    for (let round = 0; round < 5; round += 1) {
      pids.add((await invoke({ do: "pid" })).value());
      const outcome = await invoke({ do: "answer_and_exit" });
      expect(outcome).toMatchObject({ functionError: undefined, text: '"answered"' });
      expect(environments()).toEqual([]);
    }
    expect(pids.size).toBe(5);
  });

  it("while it is idle is replaced for the next invocation", async () => {
    const { invoke, environments } = await testLambda();
    const pid = (await invoke({ do: "pid" })).value() as number;
    process.kill(pid, "SIGKILL");
    await becomesTrue(() => environments().length === 0);
    expect((await invoke({ do: "return", value: "after" })).value()).toBe("after");
  });
});

describe("an environment that cannot start", () => {
  it.each([
    [
      "misses_a_module.lambda_handler",
      "Runtime.ImportModuleError",
      /^Unable to import module 'misses_a_module': No module named 'no_such/,
    ],
    ["absent.lambda_handler", "Runtime.ImportModuleError", /^Unable to import module 'absent'/],
    ["perform.absent", "Runtime.HandlerNotFound", /^Handler 'absent' missing on module 'perform'$/],
    ["perform", "Runtime.MalformedHandlerName", /^Bad handler 'perform'/],
    ["raises_at_import.lambda_handler", "RuntimeError", /^not today$/],
    [
      "exits_at_import.lambda_handler",
      "Runtime.ExitError",
      /^RequestId: .{36} Error: Runtime exited with error: exit status 3$/,
    ],
  ])("for %s answers each invocation with %s", async (handler, errorType, message) => {
    const { invoke, environments } = await testLambda({ handler });
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const outcome = await invoke({});
      expect(outcome).toMatchObject({ status: 200, functionError: "Unhandled" });
      expect(outcome.value()).toMatchObject({
        errorType,
        errorMessage: expect.stringMatching(message),
      });
      expect(environments()).toEqual([]);
    }
  });

  it("in its time is killed", async () => {
    const { invoke } = await testLambda({ handler: "hangs_at_import.handler", initTimeoutMs: 700 });
    expect((await invoke({})).value()).toEqual({
      errorType: "Sandbox.Timedout",
      errorMessage: expect.stringMatching(/Task timed out after 0.70 seconds$/),
    });
  });

  it("for want of an interpreter says so, and makes warm() throw", async () => {
    const { invoke, warm } = await testLambda({ python: "/nowhere/python3" });
    expect((await invoke({})).value()).toEqual({
      errorType: "Runtime.InvalidEntrypoint",
      errorMessage: expect.stringContaining("/nowhere/python3"),
    });
    await expect(warm()).rejects.toThrow("/nowhere/python3");
  });
});
