import { beforeAll, describe, expect, it } from "vitest";
import { type DeployedStack, deployStack } from "../support/deployed-stack.js";

const API = "edge-grader-code-grader-dev";

describe.each(["secret-header", "oac"])("the function URL with %s", (originProtection) => {
  let stack: DeployedStack;

  beforeAll(async () => {
    stack = await deployStack({ originProtection });
  });

  const permissions = () =>
    Object.fromEntries(
      stack.all("lambda/permission").map(({ inputs: { action, ...others } }) => [action, others]),
    );

  it("is the API's and leaves CORS to it", () => {
    const { inputs } = stack.the("lambda/functionUrl");
    expect(inputs.functionName).toBe(API);
    expect(inputs.invokeMode).toBe("RESPONSE_STREAM");
    expect(inputs.cors).toBeUndefined();
  });

  it("is asked by the distribution and by nobody that the stack knows of beside it", () => {
    const { origins } = stack.the("cloudfront/distribution").inputs;
    const hosts = origins.map(({ domainName }: { domainName: string }) => domainName);
    expect(hosts).toEqual([
      `url-of-${API}.lambda-url.ap-northeast-2.on.aws`,
      "edge-grader-site-dev-123456789012.s3.ap-northeast-2.amazonaws.com",
    ]);
  });

  it("grants the two permissions that a function URL needs, and no other", () => {
    const distribution = stack.the("cloudfront/distribution");
    const caller = {
      "secret-header": { principal: "*" },
      oac: {
        principal: "cloudfront.amazonaws.com",
        sourceArn: "arn:aws:cloudfront::123456789012:distribution/E2DISTRIBUTION",
      },
    }[originProtection];
    const authType = originProtection === "oac" ? {} : { functionUrlAuthType: "NONE" };
    expect(stack.all("lambda/permission")).toHaveLength(2);
    expect(permissions()).toEqual({
      "lambda:InvokeFunctionUrl": { ...caller, function: API, ...authType },
      "lambda:InvokeFunction": { ...caller, function: API, invokedViaFunctionUrl: true },
    });
    const isTied = stack
      .all("lambda/permission")
      .every(({ dependencies }) => dependencies.includes(distribution.urn));
    expect(isTied).toBe(originProtection === "oac");
  });

  it("asks for a signature exactly where CloudFront gives one", () => {
    const { authorizationType } = stack.the("lambda/functionUrl").inputs;
    expect(authorizationType).toBe(originProtection === "oac" ? "AWS_IAM" : "NONE");
  });
});
