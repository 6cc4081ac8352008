import * as lambda from "@pulumi/aws/lambda/index.js";
import { type Policies, validateResourceOfType } from "@pulumi/policy";
import * as pulumi from "@pulumi/pulumi";

const RUNTIMES = ["nodejs24.x", "python3.12"];

/** Users' code, whichever language it is in, is run by the executor, which is Python, and by nothing else. */
const runsUsersCode = ({ runtime }: { readonly runtime?: string | undefined }) =>
  runtime?.startsWith("python") ?? false;

/** Rules for functions, and for who may call them. */
export const functionPolicies: Policies = [
  {
    name: "runtimes-are-pinned",
    description: "A function runs on the runtime that the tests run on.",
    validateResource: validateResourceOfType(lambda.Function, (fn, _, report) => {
      if (!RUNTIMES.includes(fn.runtime ?? "")) report(`The runtime is ${fn.runtime}.`);
      if (fn.architectures?.join() !== "arm64") report("The architecture is not arm64.");
    }),
  },
  {
    name: "functions-log-json",
    description: "A function logs JSON, which metrics are counted in, to a group of the stack's.",
    validateResource: validateResourceOfType(lambda.Function, ({ loggingConfig }, _, report) => {
      if (loggingConfig?.logFormat !== "JSON") report("The function does not log JSON.");
      if (!loggingConfig?.logGroup) report("The function's log group is not the stack's.");
    }),
  },
  {
    name: "users-code-has-no-environment",
    description: "A function that runs users' code has nothing in its environment to steal.",
    validateResource: validateResourceOfType(lambda.Function, (fn, _, report) => {
      const names = Object.keys(fn.environment?.variables ?? {});
      if (runsUsersCode(fn) && names.length > 0) report(`It has ${names.join(", ")}.`);
    }),
  },
  {
    name: "users-code-is-isolated",
    description: "Unless the stack says otherwise, no two users share an execution environment.",
    validateResource: validateResourceOfType(lambda.Function, (fn, _, report) => {
      if (!runsUsersCode(fn) || isShared()) return;
      const mode = fn.tenancyConfig?.tenantIsolationMode;
      if (mode !== "PER_TENANT") report("The function has no tenant isolation.");
    }),
  },
  {
    name: "function-urls-leave-cors-to-the-app",
    description: "A function URL does not answer CORS, which the app does.",
    validateResource: validateResourceOfType(lambda.FunctionUrl, ({ cors }, _, report) => {
      if (cors !== undefined) report("The URL would answer preflights and double the headers.");
    }),
  },
  {
    name: "functions-are-called-through-their-url",
    description:
      "Everybody may call a function through its URL at most, a service from one source.",
    validateResource: validateResourceOfType(lambda.Permission, (permission, _, report) => {
      const { principal, sourceArn, functionUrlAuthType, invokedViaFunctionUrl } = permission;
      const isThroughUrl = functionUrlAuthType === "NONE" || invokedViaFunctionUrl === true;
      if (principal === "*" && !isThroughUrl) report("Everybody may invoke the function.");
      if (principal !== "*" && !sourceArn) report(`Any ${principal} may invoke the function.`);
    }),
  },
];

const isShared = () => new pulumi.Config().getBoolean("tenantIsolation") === false;
