import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postGrade, putEchoProblem, SITE } from "../support/http/post-grade.js";
import { startWorld, type World } from "../support/world.js";

const OLD_SECRET = "secret-before-rotation";
const NEW_SECRET = "secret-after-rotation";

describe("a service behind CloudFront for one site", () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld({
      settings: {
        originProtection: { kind: "secret-header", secrets: [OLD_SECRET, NEW_SECRET] },
        allowedOrigins: [SITE],
      },
    });
    await putEchoProblem(world);
  });
  afterAll(() => world.close());

  it.each([OLD_SECRET, NEW_SECRET])("takes each of its secrets: %s", async (secret) => {
    const answer = await postGrade(world, { headers: { "X-Origin-Verify": secret } });
    expect(answer.status).toBe(200);
  });

  it.each([null, "", "wrong", `${NEW_SECRET}x`, NEW_SECRET.slice(0, -1), `${OLD_SECRET},`])(
    "refuses what did not come through CloudFront: %j",
    async (secret) => {
      const answer = await postGrade(world, { headers: { "X-Origin-Verify": secret } });
      expect(answer.status).toBe(403);
      expect(answer.body).toEqual({
        error: expect.stringMatching(/./),
        code: "Forbidden",
        requestId: expect.any(String),
      });
      expect(answer.headers.get("X-Amzn-ErrorType")).toBe("Forbidden");
      expect(answer.text).not.toContain(NEW_SECRET);
    },
  );

  it("refuses /health too when it comes past CloudFront", async () => {
    const answer = await world.request("/health");
    expect(answer.status).toBe(403);
  });

  const preflight = (origin: string, path = "/grade") =>
    world.request(path, {
      method: "OPTIONS",
      headers: {
        Origin: origin,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,content-type",
      },
    });

  it.each(["/grade", "/health", "/nowhere"])("answers a preflight of %s", async (path) => {
    const { status, headers } = await preflight(SITE, path);
    expect(status).toBe(204);
    expect(headers.get("Access-Control-Allow-Origin")).toBe(SITE);
    expect(headers.get("Access-Control-Allow-Methods")).toMatch(/\bPOST\b/);
    expect(headers.get("Access-Control-Allow-Headers")).toMatch(/authorization/i);
    expect(headers.get("Access-Control-Allow-Headers")).toMatch(/content-type/i);
  });

  it("gives another site no leave", async () => {
    const { headers } = await preflight("https://evil.example");
    expect(headers.get("Access-Control-Allow-Origin")).toBeNull();
  });

  it.each([
    ["an answer", {}, 200],
    ["a 403", { "X-Origin-Verify": null }, 403],
    ["a 401", { Authorization: null }, 401],
    ["a 415", { "Content-Type": null }, 415],
  ])("lets its own site read %s", async (_, headers, status) => {
    const answer = await postGrade(world, {
      headers: { "X-Origin-Verify": NEW_SECRET, ...headers },
      body: new TextEncoder().encode('{"userCode":"x","problemId":"echo"}'),
    });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe(SITE);
    expect(answer.headers.get("Vary")).toMatch(/Origin/);
    expect(answer.headers.get("Access-Control-Expose-Headers")).toMatch(/X-Amzn-ErrorType/i);
  });

  it("lets another site read nothing", async () => {
    const answer = await postGrade(world, {
      headers: { Origin: "https://evil.example", "X-Origin-Verify": NEW_SECRET },
    });
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBeNull();
  });
});

it("lets every site read an answer where every origin is allowed", async () => {
  const world = await startWorld({ settings: { allowedOrigins: ["*"] } });
  const answer = await world.request("/health", { headers: { Origin: "https://any.example" } });
  await world.close();
  expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
});
