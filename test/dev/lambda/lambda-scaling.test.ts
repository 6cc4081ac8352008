import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  becomesTrue,
  isAlive,
  scratchFolder,
  type TestLambda,
  testLambda,
} from "./lambda-fixture.js";

interface Held {
  /** Lets them end and returns their process ids, in order. */
  release(): Promise<unknown[]>;
}

/** Invocations that have begun and go on until released; one for each tenant named. */
async function hold(lambda: TestLambda, ...tenantIds: (string | undefined)[]): Promise<Held> {
  const gate = join(scratchFolder(), "gate");
  const outcomes = tenantIds.map((TenantId, name) =>
    lambda.invoke({ do: "wait", gate, name }, { TenantId }),
  );
  await becomesTrue(() => tenantIds.every((_, name) => existsSync(`${gate}.${name}`)));
  const release = async () => {
    writeFileSync(gate, "");
    return (await Promise.all(outcomes)).map((outcome) => outcome.value());
  };
  return { release };
}

const throttled = {
  name: "TooManyRequestsException",
  Reason: "ConcurrentInvocationLimitExceeded",
  $metadata: { httpStatusCode: 429 },
};

describe("scale-out", () => {
  it("runs calls at once in processes of their own, and calls in turn in one", async () => {
    const lambda = await testLambda({ maxConcurrency: 3 });
    const pids = await (await hold(lambda, undefined, undefined, undefined)).release();
    expect(new Set(pids).size).toBe(3);
    const again = new Set<unknown>();
    for (let turn = 0; turn < 6; turn += 1) again.add((await lambda.invoke({ do: "pid" })).value());
    expect(again.size).toBe(1);
    expect(lambda.environments()).toHaveLength(3);
  });

  it("refuses more running invocations than the concurrency allows, until one is over", async () => {
    const lambda = await testLambda({ maxConcurrency: 2 });
    const held = await hold(lambda, undefined, undefined);
    expect(lambda.environments()).toMatchObject([{ busy: true }, { busy: true }]);
    await expect(lambda.invoke({ do: "pid" })).rejects.toMatchObject(throttled);
    await held.release();
    expect((await lambda.invoke({ do: "return", value: 1 })).value()).toBe(1);
    expect(lambda.environments()).toMatchObject([{ busy: false }, { busy: false }]);
  });

  it("uses the environment again that came free last", async () => {
    const lambda = await testLambda();
    const early = await hold(lambda, undefined);
    const late = await hold(lambda, undefined);
    const [latePid] = await late.release();
    const [earlyPid] = await early.release();
    expect(latePid).not.toBe(earlyPid);
    for (let turn = 0; turn < 3; turn += 1) {
      expect((await lambda.invoke({ do: "pid" })).value()).toBe(earlyPid);
    }
  });

  it("counts an environment that is only being warmed", async () => {
    const lambda = await testLambda({ maxConcurrency: 2 });
    await Promise.all([lambda.warm(), lambda.warm()]);
    const warm = lambda.environments();
    expect(warm).toMatchObject([
      { busy: false, invocations: 0 },
      { busy: false, invocations: 0 },
    ]);
    await lambda.warm();
    const pid = (await lambda.invoke({ do: "pid" })).value();
    expect(warm.map((environment) => environment.pid)).toContain(pid);
    expect(lambda.environments()).toHaveLength(2);
    expect(
      lambda
        .environments()
        .map(({ invocations }) => invocations)
        .sort(),
    ).toEqual([0, 1]);
  });
});

describe("tenant isolation", () => {
  const invalid = { name: "InvalidParameterValueException", $metadata: { httpStatusCode: 400 } };

  it.each([undefined, "tenant#1", "x".repeat(257)])(
    "refuses the tenant id %j",
    async (TenantId) => {
      const { invoke, warm, environments } = await testLambda({ tenantIsolation: true });
      await expect(invoke({ do: "pid" }, { TenantId })).rejects.toMatchObject(invalid);
      await expect(warm(TenantId)).rejects.toMatchObject({ name: invalid.name });
      expect(environments()).toEqual([]);
    },
  );

  it("refuses any tenant id where it is off", async () => {
    const { invoke, warm } = await testLambda({ tenantIsolation: false });
    await expect(invoke({ do: "pid" }, { TenantId: "a" })).rejects.toMatchObject(invalid);
    await expect(warm("a")).rejects.toMatchObject({ name: invalid.name });
  });

  it("gives each tenant environments of its own, and the handler its id", async () => {
    const { invoke, warm, environments } = await testLambda({ tenantIsolation: true });
    const pid = async (TenantId: string) => (await invoke({ do: "pid" }, { TenantId })).value();
    const [a, b] = [await pid("a"), await pid("b")];
    expect(a).not.toBe(b);
    await warm("a");
    expect([await pid("a"), await pid("b"), await pid("a")]).toEqual([a, b, a]);
    expect(
      environments()
        .map(({ tenantId }) => tenantId)
        .sort(),
    ).toEqual(["a", "b"]);
    const context = (await invoke({ do: "context" }, { TenantId: "a" })).value();
    expect(context).toMatchObject({ tenant_id: "a" });
  });

  it("retires the longest idle environment when another tenant needs its place", async () => {
    const lambda = await testLambda({ tenantIsolation: true, maxConcurrency: 2 });
    const pid = async (TenantId: string) =>
      (await lambda.invoke({ do: "pid" }, { TenantId })).value() as number;
    const [a, b] = [await pid("a"), await pid("b")];
    expect(await pid("a")).toBe(a);
    const c = await pid("c");
    expect(lambda.environments().map((environment) => environment.pid)).toEqual([a, c]);
    await becomesTrue(() => !isAlive(b));
  });

  it("retires nothing that is busy", async () => {
    const lambda = await testLambda({ tenantIsolation: true, maxConcurrency: 2 });
    const held = await hold(lambda, "a", "b");
    await expect(lambda.invoke({ do: "pid" }, { TenantId: "c" })).rejects.toMatchObject(throttled);
    expect((await held.release()).every((pid) => isAlive(pid as number))).toBe(true);
  });
});
