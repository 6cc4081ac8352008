import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTable } from "../../../dev/dynamodb/create-table.js";
import { type LocalDynamoDb, startDynamoDb } from "../../../dev/dynamodb/dynamodb.js";
import { loadSeedProblems } from "../../../dev/seed/seed-problems.js";
import { getAs } from "../../support/http/get-as.js";
import { startWorld, type World } from "../../support/world.js";

const CASES = '[{"input": 1.0, "expected_output": 1.0}]';

/** The table as versions made it that knew of no list. */
const OLDER_TABLE = (TableName: string) => ({
  TableName,
  BillingMode: "PAY_PER_REQUEST" as const,
  KeySchema: [{ AttributeName: "problemId", KeyType: "HASH" as const }],
  AttributeDefinitions: [{ AttributeName: "problemId", AttributeType: "S" as const }],
});

describe("a table of problems that an older version made", () => {
  let tables: LocalDynamoDb;
  let client: DynamoDBDocumentClient;

  beforeAll(async () => {
    tables = await startDynamoDb();
    const region = "us-east-1";
    const credentials = { accessKeyId: "local", secretAccessKey: "local" };
    const { endpoint } = tables;
    client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region, credentials }));
  });
  afterAll(async () => {
    client.destroy();
    await tables.close();
  });

  const put = (TableName: string, item: Record<string, unknown>) =>
    client.send(new PutCommand({ TableName, Item: { finalTestCases: CASES, ...item } }));

  const listed = async (world: World) => {
    const { body } = await getAs(world, "/problems?pageSize=100");
    return body.items.map(({ problemId }: { problemId: string }) => problemId);
  };

  it("gets the list, with all that was in it, also when a start was broken off", async () => {
    const seedIds = (await loadSeedProblems())
      .map(({ item }) => item)
      .toSorted((one, other) => other.createdAt.localeCompare(one.createdAt))
      .map(({ problemId }) => problemId);
    await createTable(client, OLDER_TABLE("problems"));
    await put("problems", { problemId: "mine", title: "Mine" });
    await put("problems", { problemId: "sum-of-a-list", title: "Edited" });
    // What a start leaves that was broken off before it had moved them all.
    await createTable(client, OLDER_TABLE("problems-moving"));
    await put("problems-moving", { problemId: "mine", title: "Mine" });

    const options = { dynamoDbEndpoint: tables.endpoint };
    const first = await startWorld(options);
    const ids = await listed(first);
    expect(ids).toEqual(["mine", ...seedIds]);
    const { body } = await getAs(first, "/problems/sum-of-a-list");
    expect(body).toMatchObject({ title: "Edited", difficulty: "easy", totalCaseCount: 1 });
    expect((await getAs(first, "/problems/mine")).body.title).toBe("Mine");
    const unlist = { method: "PUT", headers: { "Content-Type": "application/json" } };
    const answer = await first.request("/dev/problems/mine", {
      ...unlist,
      body: `{"listed":false,"finalTestCases":${CASES}}`,
    });
    expect(answer.status).toBe(204);
    await first.close();

    const second = await startWorld(options);
    expect(await listed(second)).toEqual(seedIds);
    await second.close();
  });

  it("loses nothing when a start was broken off while there was only the table in between", async () => {
    const others = await startDynamoDb();
    const { endpoint } = others;
    const region = "us-east-1";
    const credentials = { accessKeyId: "local", secretAccessKey: "local" };
    const raw = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region, credentials }));
    const Item = { problemId: "mine", title: "Mine", finalTestCases: CASES };
    await createTable(raw, OLDER_TABLE("problems-moving"));
    await raw.send(new PutCommand({ TableName: "problems-moving", Item }));
    raw.destroy();
    const world = await startWorld({ dynamoDbEndpoint: endpoint });
    expect((await listed(world))[0]).toBe("mine");
    await world.close();
    await others.close();
  });
});
