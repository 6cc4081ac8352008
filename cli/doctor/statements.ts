import { GetFunctionUrlConfigCommand, GetPolicyCommand } from "@aws-sdk/client-lambda";
import { fails, holds } from "./finding.js";
import { isMissing } from "./is-missing.js";
import { REDEPLOY } from "./remedies.js";
import { stage } from "./stage.js";

interface Statement {
  readonly Effect?: string;
  readonly Action?: string | readonly string[];
  readonly Principal?: "*" | { readonly AWS?: string; readonly Service?: string };
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const EDGE = "cloudfront.amazonaws.com";

/** Since October 2025 a URL takes both: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html */
export const statements = stage({
  name: "statements",
  needs: ["clients", "outputs", "deployed"],
  async run({ clients, outputs }) {
    const FunctionName = outputs.codeGraderLambdaName ?? "";
    const policy = await policyText(() =>
      clients.functions.send(new GetPolicyCommand({ FunctionName })),
    );
    const { AuthType } = await clients.functions.send(
      new GetFunctionUrlConfigCommand({ FunctionName }),
    );
    const isSigned = AuthType === "AWS_IAM";
    const all = (JSON.parse(policy) as { Statement?: readonly Statement[] }).Statement ?? [];
    const callers = all.filter((one) => one.Effect === "Allow" && isOf(one, isSigned));
    const lacking = [
      ...(callers.some((one) => allows(one, "lambda:InvokeFunctionUrl"))
        ? []
        : ["lambda:InvokeFunctionUrl"]),
      ...(callers.some((one) => allows(one, "lambda:InvokeFunction") && isViaUrl(one))
        ? []
        : ["lambda:InvokeFunction, on condition of lambda:InvokedViaFunctionUrl"]),
    ];
    const who = isSigned ? "CloudFront" : "everybody who comes by the URL";
    if (lacking.length > 0) {
      return [
        fails(
          `The function's policy lacks, for ${who}: ${lacking.join("; ")}. Without it everybody gets a 403.`,
          REDEPLOY,
        ),
      ];
    }
    const open = callers.find((one) => allows(one, "lambda:InvokeFunction") && !isViaUrl(one));
    return open !== undefined && !isSigned
      ? [
          fails(
            "The function's policy lets everybody in AWS invoke it, not by its URL alone.",
            REDEPLOY,
          ),
        ]
      : [holds(`Both permissions of a function URL are there, for ${who}.`)];
  },
});

async function policyText(
  get: () => Promise<{ readonly Policy?: string | undefined }>,
): Promise<string> {
  try {
    return (await get()).Policy ?? "{}";
  } catch (error) {
    // So a function without any statement answers.
    if (isMissing(error)) return "{}";
    throw error;
  }
}

function isOf({ Principal }: Statement, isSigned: boolean): boolean {
  if (isSigned) return typeof Principal === "object" && Principal.Service === EDGE;
  return Principal === "*" || (typeof Principal === "object" && Principal.AWS === "*");
}

function allows({ Action = [] }: Statement, action: string): boolean {
  return [Action].flat().includes(action);
}

function isViaUrl({ Condition = {} }: Statement): boolean {
  return Object.values(Condition).some((by) =>
    Object.entries(by).some(
      ([key, value]) => /^lambda:InvokedViaFunctionUrl$/i.test(key) && String(value) === "true",
    ),
  );
}
