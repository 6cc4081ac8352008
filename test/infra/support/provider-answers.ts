import type {
  MockCallArgs,
  MockResourceArgs,
  MockResourceResult,
  Mocks,
} from "@pulumi/pulumi/runtime/index.js";

export const ACCOUNT = "123456789012";
export const REGION = "ap-northeast-2";

type Inputs = Readonly<Record<string, string>>;
type Outputs = Readonly<Record<string, unknown>>;

const arn = (service: string, resource: string, region = REGION) => ({
  arn: `arn:aws:${service}:${region}:${ACCOUNT}:${resource}`,
});

/** What AWS adds to a resource that was created, by its type. */
const CREATED: Readonly<
  Record<string, (inputs: Inputs, name: string) => Outputs & { id: string }>
> = {
  "aws:dynamodb/table:Table": ({ name = "" }) => ({
    id: name,
    ...arn("dynamodb", `table/${name}`),
  }),
  "aws:lambda/function:Function": ({ name = "" }) => ({
    id: name,
    ...arn("lambda", `function:${name}`),
  }),
  "aws:lambda/functionUrl:FunctionUrl": ({ functionName = "" }) => ({
    id: functionName,
    functionUrl: `https://url-of-${functionName}.lambda-url.${REGION}.on.aws/`,
  }),
  "aws:iam/role:Role": ({ name = "" }) => ({
    id: name,
    arn: `arn:aws:iam::${ACCOUNT}:role/${name}`,
  }),
  "aws:cloudwatch/logGroup:LogGroup": ({ name = "", region }) => ({
    id: name,
    ...arn("logs", `log-group:${name}`, region),
  }),
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": ({ name = "", region }) => ({
    id: name,
    ...arn("logs", `delivery-destination:${name}`, region),
  }),
  "aws:cloudfront/distribution:Distribution": () => ({
    id: "E2DISTRIBUTION",
    arn: `arn:aws:cloudfront::${ACCOUNT}:distribution/E2DISTRIBUTION`,
    domainName: "d2distribution.cloudfront.net",
    hostedZoneId: "Z2FDTNDATAQYW2",
  }),
  "aws:cloudfront/function:Function": ({ name = "" }) => ({
    id: name,
    arn: `arn:aws:cloudfront::${ACCOUNT}:function/${name}`,
  }),
  "aws:wafv2/webAcl:WebAcl": ({ name = "", region }) => ({
    id: name,
    ...arn("wafv2", `global/webacl/${name}/1`, region),
  }),
  "aws:ec2/securityGroup:SecurityGroup": () => ({ id: "sg-0123456789abcdef0" }),
  "aws:sns/topic:Topic": ({ name = "", region }) => ({ id: name, ...arn("sns", name, region) }),
  "aws:s3/bucket:Bucket": ({ bucket = "" }) => ({
    id: bucket,
    arn: `arn:aws:s3:::${bucket}`,
    bucketRegionalDomainName: `${bucket}.s3.${REGION}.amazonaws.com`,
  }),
  "aws:cognito/userPool:UserPool": () => ({ id: `${REGION}_Created01` }),
  "aws:cognito/userPoolClient:UserPoolClient": () => ({ id: "createdclient" }),
  "random:index/randomPassword:RandomPassword": (_, name) => ({
    id: "none",
    result: `generated${name.replaceAll("-", "")}`.padEnd(48, "Z"),
  }),
  "pulumi:pulumi:StackReference": ({ name = "" }) => ({
    id: name,
    outputs: {
      problemsTableName: "table-of-another-stack",
      otherName: "table-by-other-name",
      secretName: "table-by-secret-name",
    },
    secretOutputNames: ["secretName"],
  }),
};

const CALLS: Readonly<Record<string, Outputs>> = {
  "aws:index/getCallerIdentity:getCallerIdentity": { accountId: ACCOUNT },
  "aws:index/getPartition:getPartition": { partition: "aws" },
  "aws:index/getRegion:getRegion": { region: REGION },
  "aws:ec2/getSubnet:getSubnet": { vpcId: "vpc-0123456789abcdef0" },
};

/** Stands in for AWS: every resource comes to be, with the ids that others refer to. */
export const providerAnswers: Mocks = {
  newResource({ type, name, inputs }: MockResourceArgs): MockResourceResult {
    const { id = `id-of-${name}`, ...outputs } = CREATED[type]?.(inputs, name) ?? {};
    return { id, state: { ...inputs, ...outputs } };
  },
  call({ token }: MockCallArgs) {
    const answer = CALLS[token];
    if (answer === undefined) throw new Error(`Nothing here answers ${token}`);
    return answer;
  },
};
