import { describe, expect, it } from "vitest";
import { isAllowed, parsePolicy } from "./support/iam-evaluator.js";

const TABLE = "arn:aws:dynamodb:r:1:table/t";

const allow = (Action: unknown, Resource: unknown, more: object = {}) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...more,
});

function policy(...Statement: object[]) {
  return parsePolicy(JSON.stringify({ Version: "2012-10-17", Statement }));
}

describe("the evaluator of IAM policies", () => {
  it.each([
    ["the action and the resource", allow("dynamodb:GetItem", TABLE), true],
    ["an action in other case", allow("DynamoDB:getitem", TABLE), true],
    ["one of several", allow(["s3:Get*", "dynamodb:G?tItem"], ["x", TABLE]), true],
    ["everything", allow("*", "*"), true],
    ["another action", allow("dynamodb:PutItem", TABLE), false],
    ["an action that begins alike", allow("dynamodb:GetIte", TABLE), false],
    ["a resource in other case", allow("dynamodb:GetItem", TABLE.toUpperCase()), false],
    ["a resource that begins alike", allow("dynamodb:GetItem", `${TABLE}2`), false],
    ["what lies below the resource", allow("dynamodb:GetItem", `${TABLE}/*`), false],
    ["a dot for any character", allow("dynamodb.GetItem", TABLE), false],
  ])("answers for a policy that names %s", (_, statement, isExpected) => {
    const request = { action: "dynamodb:GetItem", resource: TABLE };
    expect(isAllowed(policy(statement), request)).toBe(isExpected);
  });

  it("lets a denial win", () => {
    const statements = policy(allow("*", "*"), { ...allow("dynamodb:*", "*"), Effect: "Deny" });
    expect(isAllowed(statements, { action: "dynamodb:GetItem", resource: TABLE })).toBe(false);
    expect(isAllowed(statements, { action: "s3:GetObject", resource: "b" })).toBe(true);
  });

  it("takes a condition as unfulfilled without its key", () => {
    const Condition = { ArnLike: { "lambda:SourceFunctionArn": "arn:*:lambda:*:*:function:*" } };
    const statements = policy(allow("s3:GetObject", "*", { Condition }));
    const request = { action: "s3:GetObject", resource: "b" };
    const from = (arn: string) => ({ ...request, context: { "lambda:SourceFunctionArn": arn } });
    expect(isAllowed(statements, request)).toBe(false);
    expect(isAllowed(statements, from("arn:aws:lambda:r:1:function:f:7"))).toBe(true);
    expect(isAllowed(statements, from("arn:aws:ec2:r:1:function:f"))).toBe(false);
  });

  it.each([
    ["NotAction", { Effect: "Allow", NotAction: "s3:*", Resource: "*" }],
    ["NotResource", { Effect: "Allow", Action: "s3:*", NotResource: "x" }],
    ["another operator", allow("s3:*", "*", { Condition: { Bool: { a: "true" } } })],
    ["a variable", allow("s3:*", `arn:aws:s3:::b/\${aws:userid}`)],
  ])("refuses what it cannot evaluate: %s", (_, statement) => {
    expect(() => policy(statement)).toThrow();
  });
});
