import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createGraderClient } from "../../client/create-grader-client.js";
import { type ScriptedService, startScriptedService } from "../support/aws/scripted-service.js";

describe("the digest of a body", () => {
  let service: ScriptedService;

  beforeAll(async () => {
    service = await startScriptedService();
  });
  afterAll(() => service.close());

  async function sent(signsBody: boolean, method: "grade" | "listSubmissions" | "warmUp") {
    service.play({ status: 200, body: {} });
    const client = createGraderClient({
      baseUrl: service.url,
      getIdToken: () => "token",
      signsBody,
    });
    if (method === "grade") await client.grade({ problemId: "p", userCode: "# 가😀\n" });
    else await client[method]();
    const [{ headers, body } = expect.fail()] = service.received;
    return { headers, digest: createHash("sha256").update(body).digest("hex") };
  }

  it("goes with a request that has one, to the byte", async () => {
    const { headers, digest } = await sent(true, "grade");
    expect(headers["x-amz-content-sha256"]).toBe(digest);
    expect(headers["content-type"]).toBe("application/json");
    expect(headers.authorization).toBe("Bearer token");
  });

  it("goes with a POST that has none", async () => {
    const { headers, digest } = await sent(true, "warmUp");
    expect(headers["x-amz-content-sha256"]).toBe(digest);
    expect(headers).not.toHaveProperty("content-type");
  });

  it("does not go with a GET, nor where nobody signs", async () => {
    expect((await sent(true, "listSubmissions")).headers).not.toHaveProperty(
      "x-amz-content-sha256",
    );
    expect((await sent(false, "grade")).headers).not.toHaveProperty("x-amz-content-sha256");
  });
});
