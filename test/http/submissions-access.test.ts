import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type LocalDynamoDb, startDynamoDb } from "../../dev/dynamodb/dynamodb.js";
import { type CuttableProxy, startCuttableProxy } from "../support/http/cuttable-proxy.js";
import { getAs } from "../support/http/get-as.js";
import { startWorld, type World } from "../support/world.js";

const SECRET = "the-secret-of-the-edge";
const PATHS = ["/submissions", "/submissions/some-id"];

describe.each(PATHS)("reading %s", (path) => {
  let dynamoDb: LocalDynamoDb;
  let proxy: CuttableProxy;
  let world: World;
  let protectedWorld: World;

  beforeAll(async () => {
    dynamoDb = await startDynamoDb();
    proxy = await startCuttableProxy(dynamoDb.endpoint);
    world = await startWorld({ dynamoDbEndpoint: proxy.url });
    protectedWorld = await startWorld({
      dynamoDbEndpoint: dynamoDb.endpoint,
      settings: { originProtection: { kind: "secret-header", secrets: [SECRET] } },
    });
  });
  afterEach(() => proxy.restore());
  afterAll(async () => {
    await protectedWorld.close();
    await world.close();
    await proxy.close();
    await dynamoDb.close();
  });

  it("needs a token, which is looked at before the parameters", async () => {
    const answer = await world.request(`${path}?pageSize=0`);
    expect([answer.status, answer.body.code]).toEqual([401, "Unauthorized"]);
  });

  it.each(["POST", "PUT", "DELETE", "PATCH"])("is not done by %s, token or not", async (method) => {
    const answer = await world.request(path, { method, body: "{" });
    expect([answer.status, answer.body.code]).toEqual([405, "MethodNotAllowed"]);
    expect(answer.headers.get("Allow")).toBe("GET, OPTIONS");
  });

  it("must come through the edge, which is looked at before all else", async () => {
    const refused = await protectedWorld.request(path, { method: "POST" });
    expect([refused.status, refused.body.code]).toEqual([403, "Forbidden"]);
    const headers = { "X-Origin-Verify": SECRET };
    const through = await protectedWorld.request(path, { headers });
    expect([through.status, through.body.code]).toEqual([401, "Unauthorized"]);
  });

  it("is open to pages of other origins, errors too", async () => {
    const { headers } = await world.request(path, { headers: { Origin: "https://site.example" } });
    expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
    const preflight = await world.request(path, {
      method: "OPTIONS",
      headers: {
        Origin: "https://site.example",
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "authorization",
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("Access-Control-Allow-Methods")).toContain("GET");
  });

  it.each([
    ["breaks connections", () => proxy.cut()],
    ["does not answer", () => proxy.mute()],
  ])("is StorageUnavailable while DynamoDB %s", async (_, fail) => {
    fail();
    const answer = await getAs(world, path);
    expect(answer.status).toBe(503);
    expect(answer.body).toEqual({
      error: "Submissions cannot be read right now; please try again in a moment.",
      code: "StorageUnavailable",
      requestId: expect.any(String),
    });
    proxy.restore();
    expect((await getAs(world, path)).body.code).not.toBe("StorageUnavailable");
  });
});
