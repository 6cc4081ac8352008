import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity.js";
import { getPartitionOutput } from "@pulumi/aws/getPartition.js";
import { getRegionOutput } from "@pulumi/aws/getRegion.js";
import * as pulumi from "@pulumi/pulumi";

/** Where the stack is deployed. */
export interface AwsAccount {
  readonly id: pulumi.Output<string>;
  readonly region: pulumi.Output<string>;
  /** The ARN of something in this account and region. */
  arn(service: string, resource: pulumi.Input<string>): pulumi.Output<string>;
}

export function currentAccount(): AwsAccount {
  const { accountId } = getCallerIdentityOutput();
  const { partition } = getPartitionOutput();
  const { region } = getRegionOutput();
  return {
    id: accountId,
    region,
    arn: (service, resource) =>
      pulumi.interpolate`arn:${partition}:${service}:${region}:${accountId}:${resource}`,
  };
}
