import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { policies } from "../../../infra/policies/policies.js";
import { UNKNOWN } from "../../support/pulumi/wire.js";
import { type DeployedStack, deployStack } from "../support/deployed-stack.js";
import { type PolicyPackProcess, startPolicyPack } from "../support/policy-pack-process.js";

describe("the policy pack, run by Pulumi's own host", () => {
  let stack: DeployedStack;
  let pack: PolicyPackProcess;

  beforeAll(async () => {
    stack = await deployStack();
    pack = await startPolicyPack();
  });
  afterAll(() => pack?.stop());

  const unprotected = () => ({
    ...stack.the("dynamodb/table", "submissions"),
    isProtected: false,
  });

  it("enforces every rule", async () => {
    const enforced = policies.map(({ name }) => `${name}: MANDATORY`);
    expect((await pack.rules()).sort()).toEqual(enforced.sort());
  });

  it("lets every resource of the stack pass", async () => {
    for (const resource of stack.resources) expect(await pack.analyze(resource)).toEqual([]);
  });

  it("stops a deployment that breaks a rule", async () => {
    expect(await pack.analyze(unprotected())).toEqual([
      expect.stringMatching(/^MANDATORY: tables-are-kept: .*not protected by Pulumi/s),
    ]);
  });

  it("only says in a preview that it cannot judge yet what AWS has not told", async () => {
    const policy = stack.the("iam/rolePolicy", "code-grader-policy");
    const findings = await pack.analyze({
      ...policy,
      inputs: { ...policy.inputs, policy: UNKNOWN },
    });
    expect(findings).toEqual([expect.stringMatching(/^ADVISORY: statements-name-.*preview/s)]);
  });

  it("lets a stack to throw away be thrown away", async () => {
    const lenient = await startPolicyPack({ ephemeral: "true" });
    try {
      expect(await lenient.analyze(unprotected())).toEqual([]);
    } finally {
      await lenient.stop();
    }
  });
});
