import * as z from "zod";
import { hasWildcardMatch } from "./wildcard.js";

const names = z
  .union([z.string(), z.array(z.string()).min(1)])
  .transform((value) => (typeof value === "string" ? [value] : value));

const condition = z.partialRecord(
  z.enum(["StringEquals", "ArnLike"]),
  z.record(z.string(), z.union([z.string(), z.array(z.string())])),
);

// Strict, so that nothing in a policy can go unevaluated: an unknown member or operator throws.
const document = z.strictObject({
  Version: z.literal("2012-10-17"),
  Statement: z.array(
    z.strictObject({
      Effect: z.enum(["Allow", "Deny"]),
      Action: names,
      Resource: names,
      Principal: z.record(z.string(), z.string()).optional(),
      Condition: condition.optional(),
    }),
  ),
});

export type PolicyStatement = z.infer<typeof document>["Statement"][number];

/** One call of an AWS API, as IAM sees it. */
export interface IamRequest {
  readonly action: string;
  readonly resource: string;
  /** The condition keys that hold for the request. */
  readonly context?: Readonly<Record<string, string>>;
}

/** The statements of a policy's JSON; throws on anything that `isAllowed` could not evaluate. */
export function parsePolicy(json: string): PolicyStatement[] {
  const { Statement } = document.parse(JSON.parse(json));
  const variable = Statement.flatMap(({ Resource }) => Resource).find((arn) => arn.includes("${"));
  if (variable !== undefined) throw new Error(`This cannot be evaluated: ${variable}`);
  return Statement;
}

/**
 * Whether IAM lets a role with these statements make the request: some statement allows it and none
 * denies it. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function isAllowed(statements: readonly PolicyStatement[], request: IamRequest): boolean {
  const effects = statements
    .filter((statement) => covers(statement, request))
    .map(({ Effect }) => Effect);
  return effects.includes("Allow") && !effects.includes("Deny");
}

function covers(
  { Action, Resource, Condition = {} }: PolicyStatement,
  request: IamRequest,
): boolean {
  return (
    // Actions are the one part of a policy whose case does not matter.
    Action.some((name) => hasWildcardMatch(name.toLowerCase(), request.action.toLowerCase())) &&
    Resource.some((arn) => hasWildcardMatch(arn, request.resource)) &&
    Object.entries(Condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, wanted]) =>
        [wanted].flat().some((value) => holds(operator, value, request.context?.[key])),
      ),
    )
  );
}

/** A key that the request does not have fulfils no condition. */
function holds(operator: string, wanted: string, actual: string | undefined): boolean {
  if (actual === undefined) return false;
  if (operator === "StringEquals") return wanted === actual;
  const actualParts = arnParts(actual);
  return arnParts(wanted).every((part, index) => hasWildcardMatch(part, actualParts[index] ?? ""));
}

/** `ArnLike` compares six parts one by one; the last may contain colons. */
function arnParts(arn: string): string[] {
  const parts = arn.split(":");
  return [...parts.slice(0, 5), parts.slice(5).join(":")];
}
