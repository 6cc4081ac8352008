import * as iam from "@pulumi/aws/iam/index.js";
import { type Policies, type ReportViolation, validateResourceOfType } from "@pulumi/policy";

/** A statement as a policy's JSON has it. */
interface Statement {
  readonly Effect: string;
  readonly Action?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Of whatever is given managed policies, for each of which `@pulumi/aws` has a type. */
const ATTACHMENT = /^aws:iam\/\w*policyAttachment/i;

/** Rules for what roles may do. */
export const iamPolicies: Policies = [
  {
    name: "statements-name-actions-and-resources",
    description: "A role may do what is written out, to what is named.",
    validateResource: [
      validateResourceOfType(iam.RolePolicy, ({ policy }, _, report) => check(policy, report)),
      validateResourceOfType(iam.Policy, ({ policy }, _, report) => check(policy, report)),
    ],
  },
  {
    name: "no-managed-policies",
    description: "A role has no policy but its own.",
    validateResource: [
      ({ type }, report) => {
        if (ATTACHMENT.test(type)) report("Managed policies change; write the statements out.");
      },
      validateResourceOfType(iam.Role, ({ managedPolicyArns = [] }, _, report) => {
        if (managedPolicyArns.length > 0) report("The role has managed policies.");
      }),
    ],
  },
];

function check(policy: unknown, report: ReportViolation): void {
  const statements = statementsOf(policy);
  for (const statement of statements) {
    if (statement.Effect !== "Allow") continue;
    if (statement.Action === undefined || statement.Resource === undefined) {
      report("The policy allows everything but something; name what it allows.");
      continue;
    }
    const actions = [statement.Action].flat();
    for (const action of actions.filter((name) => name.includes("*"))) {
      report(`The policy allows ${action}; name the actions.`);
    }
    const isAny = [statement.Resource].flat().some((resource) => /^[*:]*$/.test(resource));
    if (isAny && !isNetworkOfService(actions, statements)) {
      report(`The policy allows ${actions.join(", ")} on everything; name the resources.`);
    }
  }
}

/**
 * Lambda connects a function to subnets with the function's role, and AWS has no resource to name for
 * that. It is well as long as the function's own code is denied the same.
 */
function isNetworkOfService(actions: readonly string[], statements: readonly Statement[]): boolean {
  const denied = statements
    .filter(
      ({ Effect, Condition }) =>
        Effect === "Deny" && Condition?.ArnLike?.["lambda:SourceFunctionArn"] !== undefined,
    )
    .flatMap(({ Action = [] }) => Action);
  return actions.every((action) => action.startsWith("ec2:") && denied.includes(action));
}

function statementsOf(policy: unknown): readonly Statement[] {
  const { Statement } = typeof policy === "string" ? JSON.parse(policy) : policy;
  return [Statement].flat();
}
