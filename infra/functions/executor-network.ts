import * as ec2 from "@pulumi/aws/ec2/index.js";
import { nameOf } from "../name-of.js";
import type { StackConfig } from "../stack-config.js";
import type { Statement } from "./function-role.js";

export type ExecutorNetwork = NonNullable<ReturnType<typeof executorNetwork>>;

/**
 * The executors' place in private subnets: a security group without a rule lets nothing in or out.
 * Undefined where no subnets are configured.
 */
export function executorNetwork({ executorSubnetIds }: StackConfig) {
  const [first] = executorSubnetIds;
  if (first === undefined) return undefined;
  const { vpcId } = ec2.getSubnetOutput({ id: first });
  const closed = new ec2.SecurityGroup(
    "executor-network",
    {
      name: nameOf("code-executor"),
      description: "Nothing in, nothing out",
      vpcId,
      ingress: [],
      egress: [],
    },
    // For subnets of another VPC: the old group cannot go before the functions have left it, and the
    // name is free there.
    { deleteBeforeReplace: false },
  );
  return {
    vpcConfig: { subnetIds: [...executorSubnetIds], securityGroupIds: [closed.id] },
    statements: [attachesItself, butNotItsCode],
  };
}

const INTERFACE_ACTIONS = [
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:AssignPrivateIpAddresses",
  "ec2:UnassignPrivateIpAddresses",
];

// Lambda connects a function with the function's own role, and describing has no resource to name:
// https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions
const attachesItself: Statement = { Effect: "Allow", Action: INTERFACE_ACTIONS, Resource: "*" };

/** The service sets up the network before there is any code of the function's, which gets none of it. */
const butNotItsCode: Statement = {
  Effect: "Deny",
  Action: INTERFACE_ACTIONS,
  Resource: "*",
  Condition: { ArnLike: { "lambda:SourceFunctionArn": "arn:*:lambda:*:*:function:*" } },
};
