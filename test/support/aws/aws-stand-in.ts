import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { STSClient } from "@aws-sdk/client-sts";
import type { CloudClients } from "../../../cli/doctor/cloud-clients.js";
import { listen } from "../../../dev/http/listen.js";

/** What AWS answers by the operation's name; a function is asked what it is for this input. */
export type AwsAnswers = Readonly<Record<string, unknown>>;

/** AWS's APIs on loopback. */
export interface AwsStandIn {
  readonly url: string;
  readonly clients: CloudClients;
  close(): Promise<void>;
}

/** An answer that refuses. */
export class AwsRefusal {
  constructor(
    readonly code: string,
    readonly status = 400,
  ) {}
}

const LAMBDA: readonly [RegExp, string][] = [
  [/^POST .*\/invocations$/, "Invoke"],
  [/^GET .*\/policy$/, "GetPolicy"],
  [/^GET .*\/url$/, "GetFunctionUrlConfig"],
  [/^GET .*\/configuration$/, "GetFunctionConfiguration"],
  [/^GET .*\/account-settings\/?$/, "GetAccountSettings"],
];

/** Answers as told; what it was not told is refused as a call that may not be made. */
export async function startAws(answers: AwsAnswers): Promise<AwsStandIn> {
  const { url, close } = await listen(async (request) => {
    const { operation, input } = await read(request);
    const answer = answers[operation] ?? new AwsRefusal("AccessDeniedException", 403);
    return respond(operation, typeof answer === "function" ? await answer(input) : answer);
  }, 0);
  const common = {
    endpoint: url,
    region: "ap-northeast-2",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts: 1,
  };
  const clients = {
    identity: new STSClient(common),
    functions: new LambdaClient(common),
    tables: new DynamoDBClient(common),
    logs: new CloudWatchLogsClient(common),
    metrics: new CloudWatchClient(common),
    edgeMetrics: new CloudWatchClient({ ...common, region: "us-east-1" }),
  };
  const destroy = () => {
    for (const client of Object.values(clients)) client.destroy();
  };
  return {
    url,
    clients: { ...clients, [Symbol.dispose]: destroy },
    close: async () => {
      destroy();
      await close();
    },
  };
}

interface AwsInput {
  readonly [member: string]: unknown;
  readonly region: string;
}

async function read(request: Request): Promise<{ operation: string; input: AwsInput }> {
  const { pathname } = new URL(request.url);
  const text = await request.text();
  const [, region = ""] =
    /Credential=[^/]+\/\d+\/([^/]+)/.exec(request.headers.get("Authorization") ?? "") ?? [];
  const target = request.headers.get("X-Amz-Target");
  if (target !== null) {
    return { operation: target.split(".")[1] ?? "", input: { ...JSON.parse(text), region } };
  }
  const lambda = LAMBDA.find(([pattern]) => pattern.test(`${request.method} ${pathname}`));
  if (lambda !== undefined) {
    const FunctionName = /\/functions\/([^/]+)/.exec(pathname)?.[1];
    const TenantId = request.headers.get("X-Amz-Tenant-Id");
    const event = text === "" ? undefined : JSON.parse(text);
    return { operation: lambda[1], input: { FunctionName, TenantId, event, region } };
  }
  const form = Object.fromEntries(new URLSearchParams(text));
  return { operation: form.Action ?? "", input: { ...form, region } };
}

function respond(operation: string, answer: unknown): Response {
  if (operation === "GetCallerIdentity") return respondInXml(operation, answer);
  const type = { "Content-Type": "application/x-amz-json-1.0" };
  if (answer instanceof AwsRefusal) {
    const { code, status } = answer;
    const body = { __type: code, message: `${operation} is refused` };
    return Response.json(body, { status, headers: { ...type, "X-Amzn-ErrorType": code } });
  }
  return Response.json(answer, { headers: type });
}

function respondInXml(operation: string, answer: unknown): Response {
  const headers = { "Content-Type": "text/xml" };
  if (answer instanceof AwsRefusal) {
    const { code, status } = answer;
    const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>refused</Message></Error>`;
    return new Response(`<ErrorResponse>${error}</ErrorResponse>`, { status, headers });
  }
  const members = Object.entries(answer as object).map(
    ([name, value]) => `<${name}>${value}</${name}>`,
  );
  const result = `<${operation}Result>${members.join("")}</${operation}Result>`;
  return new Response(`<${operation}Response>${result}</${operation}Response>`, { headers });
}
