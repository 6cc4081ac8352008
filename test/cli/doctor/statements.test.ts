import { expect, it } from "vitest";
import { statements } from "../../../cli/doctor/statements.js";
import { AwsRefusal } from "../../support/aws/aws-stand-in.js";
import { examineCloud } from "../../support/cli/examine-cloud.js";

const EVERYBODY = "*";
const EDGE = { Service: "cloudfront.amazonaws.com" };
const url = (Principal: unknown) => ({
  Effect: "Allow",
  Principal,
  Action: "lambda:InvokeFunctionUrl",
  Condition: { StringEquals: { "lambda:FunctionUrlAuthType": "NONE" } },
});
const viaUrl = (Principal: unknown) => ({
  Effect: "Allow",
  Principal,
  Action: "lambda:InvokeFunction",
  Condition: { Bool: { "lambda:InvokedViaFunctionUrl": "true" } },
});

const withPolicy = (Statement: readonly object[], AuthType = "NONE") =>
  examineCloud(statements, {
    GetPolicy: { Policy: JSON.stringify({ Version: "2012-10-17", Statement }) },
    GetFunctionUrlConfig: { AuthType, FunctionUrl: "https://abc.lambda-url.example/" },
  });

it.each([
  ["everybody", EVERYBODY, "NONE"],
  ["CloudFront, which signs", EDGE, "AWS_IAM"],
])("holds where both are granted to %s", async (_, principal, authType) => {
  const [finding] = await withPolicy([url(principal), viaUrl(principal)], authType);
  expect(finding?.kind).toBe("holds");
});

it.each([
  ["the permission of the URL", [viaUrl(EVERYBODY)], "InvokeFunctionUrl"],
  ["that of the function", [url(EVERYBODY)], "InvokeFunction, on condition"],
  ["both, of another caller's", [url(EDGE), viaUrl(EDGE)], "InvokeFunctionUrl; lambda:Invoke"],
])("fails without %s", async (_, all, sentence) => {
  const [finding] = await withPolicy(all);
  expect(finding).toMatchObject({ kind: "fails", command: "npx pulumi up --refresh" });
  expect(finding?.sentence).toContain(sentence);
});

it("fails where everybody may invoke the function past its URL", async () => {
  const { Condition: _, ...open } = viaUrl(EVERYBODY);
  const [finding] = await withPolicy([url(EVERYBODY), viaUrl(EVERYBODY), open]);
  expect(finding?.sentence).toContain("lets everybody in AWS invoke it");
});

it("fails where there is no policy at all", async () => {
  const [finding] = await examineCloud(statements, {
    GetPolicy: new AwsRefusal("ResourceNotFoundException", 404),
    GetFunctionUrlConfig: { AuthType: "NONE", FunctionUrl: "https://abc.lambda-url.example/" },
  });
  expect(finding?.kind).toBe("fails");
});
