import { beforeAll, describe, expect, it } from "vitest";
import { loadConfig } from "../../../api/config.js";
import { HIDDEN } from "../../support/pulumi/wire.js";
import { CONFIGURATIONS } from "../support/configurations.js";
import { type DeployedStack, deployStack } from "../support/deployed-stack.js";

const secret = (version: number) => `generatedoriginsecret${version}`.padEnd(48, "Z");

/** What CloudFront sends, and what the API takes. */
function secretsOf(stack: DeployedStack) {
  const [origin] = stack.the("cloudfront/distribution").inputs.origins;
  const { environment } = stack.the("lambda/function", "code-grader").inputs;
  const { originProtection } = loadConfig(environment.variables);
  return {
    sent: origin.customHeaders?.[0].value,
    taken: originProtection.kind === "oac" ? [] : originProtection.secrets,
  };
}

describe("the origin's secret", () => {
  it.each([
    ["1", secret(1), [secret(1)]],
    ["2,1", secret(2), [secret(2), secret(1)]],
    ["2", secret(2), [secret(2)]],
  ])("with versions %s is sent in the first and taken in each", async (versions, sent, taken) => {
    const stack = await deployStack({ originSecretVersions: versions });
    expect(secretsOf(stack)).toEqual({ sent, taken });
  });

  it("is taken by the API before CloudFront sends it", async () => {
    const stack = await deployStack({ originSecretVersions: "2,1" });
    const url = stack.the("lambda/functionUrl");
    expect(url.dependencies).toContain(stack.the("lambda/function", "code-grader").urn);
    expect(stack.the("cloudfront/distribution").dependencies).toContain(url.urn);
  });

  it("is long, random, and safe in a list", async () => {
    const stack = await deployStack();
    expect(stack.the("random:index/randomPassword").inputs).toEqual({ length: 48, special: false });
    expect(stack.the("random:index/randomPassword").name).toBe("origin-secret-1");
  });

  it("does not exist where CloudFront signs its requests", async () => {
    const stack = await deployStack({ originProtection: "oac" });
    expect(stack.all("random:index/randomPassword")).toEqual([]);
    expect(secretsOf(stack)).toEqual({ sent: undefined, taken: [] });
  });
});

describe.each(Object.keys(CONFIGURATIONS))("with %s", (name) => {
  let stack: DeployedStack;

  beforeAll(async () => {
    stack = await deployStack(CONFIGURATIONS[name]);
  });

  it("no secret is in an output or in what Pulumi shows of a resource", () => {
    expect(JSON.stringify(stack.outputs)).not.toContain("generated");
    for (const { publicInputs } of stack.resources) {
      expect(JSON.stringify(publicInputs)).not.toContain("generated");
    }
  });

  it("secrets are in the function's environment and the origin's header and nowhere else", () => {
    const holders = stack.resources
      .filter(({ publicInputs }) => JSON.stringify(publicInputs).includes(HIDDEN))
      .map((resource) => resource.name);
    const isSigned = CONFIGURATIONS[name]?.originProtection === "oac";
    expect(holders.sort()).toEqual(isSigned ? [] : ["code-grader", "edge"]);
  });
});
