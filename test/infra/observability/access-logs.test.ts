import { beforeAll, describe, expect, it } from "vitest";
import { type DeployedStack, deployStack } from "../support/deployed-stack.js";
import { isAllowed, parsePolicy } from "../support/iam-evaluator.js";

/** Every field of a CloudFront log that a token or a secret can be in. */
const TELLING =
  /authorization|cookie|query|referer|user-agent|headers|cs\(|x-forwarded|request-log-data/i;

const GROUP_ARN =
  "arn:aws:logs:us-east-1:123456789012:log-group:/aws/vendedlogs/cloudfront/edge-grader-edge-dev";

describe("access logs", () => {
  let stack: DeployedStack;

  beforeAll(async () => {
    stack = await deployStack();
  });

  it("are all kept where CloudFront delivers them", () => {
    for (const type of ["logDeliverySource", "logDeliveryDestination", "logDelivery"]) {
      expect(stack.the(`cloudwatch/${type}`).inputs.region).toBe("us-east-1");
    }
    expect(stack.the("cloudwatch/logGroup", "edge-logs").inputs.region).toBe("us-east-1");
    expect(stack.the("cloudwatch/logResourcePolicy").inputs.region).toBe("us-east-1");
  });

  it("go from the distribution into their group", () => {
    const source = stack.the("cloudwatch/logDeliverySource").inputs;
    const destination = stack.the("cloudwatch/logDeliveryDestination").inputs;
    expect(source).toMatchObject({
      logType: "ACCESS_LOGS",
      resourceArn: "arn:aws:cloudfront::123456789012:distribution/E2DISTRIBUTION",
    });
    expect(destination).toMatchObject({
      outputFormat: "json",
      deliveryDestinationConfiguration: { destinationResourceArn: GROUP_ARN },
    });
    expect(stack.the("cloudwatch/logDelivery").inputs).toMatchObject({
      deliverySourceName: source.name,
      deliveryDestinationArn: `arn:aws:logs:us-east-1:123456789012:delivery-destination:${destination.name}`,
    });
  });

  it("hold nothing that a viewer keeps secret", () => {
    const { recordFields } = stack.the("cloudwatch/logDelivery").inputs;
    expect(recordFields).toEqual(expect.arrayContaining(["c-ip", "cs-uri-stem", "sc-status"]));
    expect(recordFields.filter((field: string) => TELLING.test(field))).toEqual([]);
  });

  it("hold no address of anybody where that is not wanted", async () => {
    const { recordFields } = stack.the("cloudwatch/logDelivery").inputs;
    const without = await deployStack({ accessLogAddresses: "false" });
    expect(without.the("cloudwatch/logDelivery").inputs.recordFields).toEqual(
      recordFields.filter((field: string) => field !== "c-ip"),
    );
  });

  it("are delivered anew when what they hold changes, which AWS does not change", () => {
    const delivery = stack.the("cloudwatch/logDelivery");
    expect(delivery.replacedWith).toEqual(["recordFields"]);
    // A second delivery of the same source to the same destination is refused.
    expect(delivery.isDeletedBeforeReplacement).toBe(true);
  });

  it("begin once the service that delivers them may write, for this account alone", () => {
    const permission = stack.the("cloudwatch/logResourcePolicy");
    expect(stack.the("cloudwatch/logDelivery").dependencies).toContain(permission.urn);
    const statements = parsePolicy(permission.inputs.policyDocument);
    expect(statements.map(({ Principal }) => Principal)).toEqual([
      { Service: "delivery.logs.amazonaws.com" },
    ]);
    const write = (account: string) => ({
      action: "logs:PutLogEvents",
      resource: `${GROUP_ARN}:log-stream:any`,
      context: { "aws:SourceAccount": account },
    });
    expect(isAllowed(statements, write("123456789012"))).toBe(true);
    expect(isAllowed(statements, write("999999999999"))).toBe(false);
  });
});
