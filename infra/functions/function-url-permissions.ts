import * as lambda from "@pulumi/aws/lambda/index.js";
import type * as pulumi from "@pulumi/pulumi";
import type { OriginProtection } from "../stack-config.js";

/**
 * Who may call the function URL. Since October 2025 that takes two permissions, one for the URL and
 * one for the function behind it: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
export function functionUrlPermissions(
  api: lambda.Function,
  distributionArn: pulumi.Input<string>,
  originProtection: OriginProtection,
): void {
  const isSigned = originProtection === "oac";
  const caller = isSigned
    ? { principal: "cloudfront.amazonaws.com", sourceArn: distributionArn }
    : { principal: "*" };
  new lambda.Permission("code-grader-url-permission", {
    ...caller,
    function: api.name,
    action: "lambda:InvokeFunctionUrl",
    ...(isSigned ? {} : { functionUrlAuthType: "NONE" }),
  });
  new lambda.Permission("code-grader-invoke-permission", {
    ...caller,
    function: api.name,
    action: "lambda:InvokeFunction",
    invokedViaFunctionUrl: true,
  });
}
