import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LocalUserPool, startUserPool } from "../../dev/cognito/cognito.js";
import { createTables } from "../../dev/dynamodb/create-tables.js";
import { type LocalDynamoDb, startDynamoDb } from "../../dev/dynamodb/dynamodb.js";
import { testLambda } from "../dev/lambda/lambda-fixture.js";
import { functionUrlEvent } from "../support/aws/function-url-event.js";
import { invokeBundle } from "../support/aws/invoke-bundle.js";
import { buildArchives } from "../support/pulumi/build-archives.js";
import { checkout } from "../support/pulumi/checkout.js";
import { deployLocally, type LocalDeployment } from "../support/pulumi/local-deployment.js";

// Loading the AWS package takes seconds, and many times that on a busy machine.
const DEPLOY_MS = 300_000;

// The local pool's own client has a name that no client of Cognito's could have.
const CLIENT_ID = "localclient";

let userPool: LocalUserPool;
let dynamoDb: LocalDynamoDb;
let documents: DynamoDBDocumentClient;
let clone: string;
let withSecret: LocalDeployment;
let signed: LocalDeployment;

beforeAll(async () => {
  userPool = await startUserPool();
  dynamoDb = await startDynamoDb();
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new DynamoDBClient({
    endpoint: dynamoDb.endpoint,
    region: "us-east-1",
    credentials,
  });
  documents = DynamoDBDocumentClient.from(client);
  const given = { userPoolId: userPool.userPoolId, userPoolClientIds: CLIENT_ID };
  clone = await checkout();
  await buildArchives(clone);
  withSecret = await deployLocally(clone, given);
  signed = await deployLocally(clone, {
    ...given,
    originProtection: "oac",
    problemsStack: "operators/site/prod",
  });
}, DEPLOY_MS);

afterAll(async () => {
  await withSecret?.remove();
  await signed?.remove();
  await rm(clone, { recursive: true });
  documents.destroy();
  await dynamoDb.close();
  await userPool.close();
});

describe("the executor's archive, unpacked by itself where it cannot write", () => {
  /** The function that the program registers under this name, for one student. */
  async function start(resource: "code-executor" | "executor-probe") {
    const options = withSecret.executorOptions(resource);
    const lambda = await testLambda(options);
    const input = { FunctionName: options.functionName, TenantId: "student-1" };
    return {
      endpoint: lambda.endpoint,
      invoke: async (event: unknown) => (await lambda.invoke(event, input)).value(),
    };
  }

  it("runs code, and leaves nothing beside itself", async () => {
    const before = await readdir(withSecret.executorFolder, { recursive: true });
    const { invoke } = await start("code-executor");
    const code_to_execute = "def solution(data):\n    print(len(data))\n    return sorted(data)";
    expect(await invoke({ code_to_execute, inputs: [[3, 1, 2], [2 ** 53]] })).toMatchObject({
      results: [
        { isSuccessful: true, returnValue: [1, 2, 3], stdout: "3\n" },
        { isSuccessful: true, returnValue: [2 ** 53], stdout: "1\n" },
      ],
    });
    expect(await readdir(withSecret.executorFolder, { recursive: true })).toEqual(before);
  });

  it("lets code reach neither files nor network", async () => {
    const { invoke, endpoint } = await start("code-executor");
    const code_to_execute = `
def solution(data):
    attempts = {
        "read": lambda: open(data["file"]).read(),
        "write": lambda: open("/tmp/left", "w"),
        "list": lambda: __import__("os").listdir("/"),
        "connect": lambda: __import__("socket").create_connection(("127.0.0.1", data["port"]), 2),
    }
    reached = []
    for name, attempt in attempts.items():
        try:
            attempt()
            reached.append(name)
        except Exception:
            pass
    return reached
`;
    const file = join(withSecret.executorFolder, "lambda_function.py");
    const input_data = { file, port: Number(new URL(endpoint).port) };
    expect(await invoke({ code_to_execute, input_data, timeout_ms: 10_000 })).toMatchObject({
      isSuccessful: true,
      returnValue: [],
    });
  });

  it("tells through its second function which layers of the jail hold", async () => {
    const { invoke } = await start("executor-probe");
    expect(await invoke({})).toMatchObject({
      isJailed: true,
      error: null,
      layers: { files: true },
    });
  });
});

describe.each([
  ["a secret that CloudFront sends", () => withSecret],
  ["CloudFront's signature", () => signed],
])("the API's archive, with its own variables, behind %s", (protection, deployment) => {
  const isSigned = protection === "CloudFront's signature";

  async function invoke(headers: Record<string, string>) {
    const { apiModule, apiVariables, executorOptions } = deployment();
    const executor = await testLambda(executorOptions("code-executor"));
    await fillTables(apiVariables);
    const environment = {
      ...apiVariables,
      // What Lambda adds, and where its endpoints are on this machine.
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
      AWS_ENDPOINT_URL_DYNAMODB: dynamoDb.endpoint,
      AWS_ENDPOINT_URL_LAMBDA: executor.endpoint,
      // Without it the keys would be fetched from Cognito.
      COGNITO_JWKS: JSON.stringify(userPool.jwks),
    };
    const body = JSON.stringify({
      problemId: "double",
      submissionId: `packed-${isSigned}`,
      userCode: "def solution(n):\n    return 2 * n",
    });
    const all = { "content-type": "application/json", ...headers };
    const event = functionUrlEvent("POST", "/grade", { headers: all, body });
    const { answer, errors } = await invokeBundle(apiModule, environment, event);
    expect(errors).toBe("");
    return { status: answer.statusCode, body: JSON.parse(answer.body) };
  }

  /** What a request carries that has come through CloudFront. */
  function throughCloudFront(bearer: string): Record<string, string> {
    if (isSigned) {
      return { authorization: "AWS4-HMAC-SHA256 …", "x-forwarded-authorization": bearer };
    }
    const { ORIGIN_SECRETS = "" } = deployment().apiVariables;
    return { authorization: bearer, "x-origin-verify": ORIGIN_SECRETS };
  }

  it("grades a function URL's event and stores the submission", async () => {
    const claims = { sub: "student-1", nickname: "Jimin", aud: CLIENT_ID };
    const idToken = await userPool.issueIdToken(claims);
    const { status, body } = await invoke(throughCloudFront(`Bearer ${idToken}`));
    expect(body).toMatchObject({ status: "ACCEPTED", score: 100 });
    expect(status).toBe(200);
    const { Item } = await documents.send(
      new GetCommand({
        TableName: deployment().apiVariables.SUBMISSIONS_TABLE_NAME,
        Key: { submissionId: `packed-${isSigned}` },
      }),
    );
    expect(Item).toMatchObject({ userId: "student-1", author: "Jimin", status: "ACCEPTED" });
  });

  it("refuses a token that came past CloudFront", async () => {
    const idToken = await userPool.issueIdToken({ sub: "student-1", aud: CLIENT_ID });
    const { status } = await invoke({ authorization: `Bearer ${idToken}` });
    expect(status).toBe(isSigned ? 401 : 403);
  });
});

/** One problem in tables of the names that the program gave them. */
async function fillTables(variables: Readonly<Record<string, string>>): Promise<void> {
  const {
    PROBLEMS_TABLE_NAME = "",
    SUBMISSIONS_TABLE_NAME = "",
    CALLER_SLOTS_TABLE_NAME = "",
  } = variables;
  await createTables(documents, {
    problems: PROBLEMS_TABLE_NAME,
    submissions: SUBMISSIONS_TABLE_NAME,
    callerSlots: CALLER_SLOTS_TABLE_NAME,
  });
  const cases = [2, 2 ** 53].map((n) => ({ input: n, expected_output: 2 * n }));
  const finalTestCases = JSON.stringify(cases);
  const Item = { problemId: "double", title: "Double", title_translated: "두 배", finalTestCases };
  await documents.send(new PutCommand({ TableName: PROBLEMS_TABLE_NAME, Item }));
}
