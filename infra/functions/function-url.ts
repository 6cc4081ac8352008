import * as lambda from "@pulumi/aws/lambda/index.js";
import type { OriginProtection } from "../stack-config.js";

/** The API's own address; who may use it is up to `functionUrlPermissions`. */
export function functionUrl(
  api: lambda.Function,
  originProtection: OriginProtection,
): lambda.FunctionUrl {
  // No CORS here: the URL would answer preflights itself and double the headers of the app.
  return new lambda.FunctionUrl("code-grader-url", {
    functionName: api.name,
    authorizationType: originProtection === "oac" ? "AWS_IAM" : "NONE",
    // The handler streams whatever it answers; a buffered URL would take its stream for a body.
    invokeMode: "RESPONSE_STREAM",
  });
}
