import type * as cloudfront from "@pulumi/aws/cloudfront/index.js";
import * as cloudwatch from "@pulumi/aws/cloudwatch/index.js";
import * as pulumi from "@pulumi/pulumi";
import type { AwsAccount } from "../account.js";
import { policyDocument } from "../functions/function-role.js";
import { nameOf } from "../name-of.js";
import { EDGE_REGION } from "../regions.js";
import type { StackConfig } from "../stack-config.js";

/** Whose request it was, which is personal data. */
const ADDRESS = "c-ip";

// Of a viewer's headers only these are logged, so no token can be.
const FIELDS = [
  "date",
  "time",
  "x-edge-location",
  ADDRESS,
  "cs-method",
  "cs-uri-stem",
  "sc-status",
  "sc-bytes",
  "time-taken",
  "x-edge-result-type",
  "x-edge-detailed-result-type",
  "x-edge-request-id",
  "x-host-header",
  "ssl-protocol",
  "origin-fbl",
];

/** One line of JSON for every request that reaches CloudFront, in a log group in us-east-1. */
export function accessLogs(
  config: StackConfig,
  account: AwsAccount,
  distribution: cloudfront.Distribution,
): cloudwatch.LogGroup {
  const logGroup = new cloudwatch.LogGroup("edge-logs", {
    // AWS asks for this prefix, lest the policies of many log groups outgrow their limit.
    name: `/aws/vendedlogs/cloudfront/${nameOf("edge")}`,
    region: EDGE_REGION,
    retentionInDays: config.logRetentionDays,
  });
  const permission = new cloudwatch.LogResourcePolicy("edge-logs-policy", {
    policyName: nameOf("edge-logs"),
    region: EDGE_REGION,
    policyDocument: policyDocument([
      {
        Effect: "Allow",
        Principal: { Service: "delivery.logs.amazonaws.com" },
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: pulumi.interpolate`${logGroup.arn}:*`,
        Condition: { StringEquals: { "aws:SourceAccount": account.id } },
      },
    ]),
  });
  const source = new cloudwatch.LogDeliverySource("edge-logs-source", {
    name: nameOf("edge"),
    region: EDGE_REGION,
    logType: "ACCESS_LOGS",
    resourceArn: distribution.arn,
  });
  const destination = new cloudwatch.LogDeliveryDestination("edge-logs-destination", {
    name: nameOf("edge"),
    region: EDGE_REGION,
    outputFormat: "json",
    deliveryDestinationConfiguration: { destinationResourceArn: logGroup.arn },
  });
  const fields = FIELDS.filter((field) => field !== ADDRESS || config.accessLogAddresses);
  new cloudwatch.LogDelivery(
    "edge-logs-delivery",
    {
      region: EDGE_REGION,
      deliverySourceName: source.name,
      deliveryDestinationArn: destination.arn,
      recordFields: fields,
    },
    // AWS refuses to change what a delivery records, and a second one of the same source and destination.
    { dependsOn: [permission], replaceOnChanges: ["recordFields"], deleteBeforeReplace: true },
  );
  return logGroup;
}
