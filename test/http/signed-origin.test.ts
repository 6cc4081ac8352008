import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postGrade, putEchoProblem } from "../support/http/post-grade.js";
import { startWorld, type World } from "../support/world.js";

const STUDENT = { sub: "student-1", nickname: "Student One" };
const SIGNATURE = "AWS4-HMAC-SHA256 Credential=x, SignedHeaders=host, Signature=y";

describe("a service whose requests CloudFront signs", () => {
  let world: World;
  let token: string;

  beforeAll(async () => {
    world = await startWorld({ settings: { originProtection: { kind: "oac" } } });
    await putEchoProblem(world);
    token = `Bearer ${await world.stack.userPool.issueIdToken(STUDENT)}`;
  });
  afterAll(() => world.close());

  it("takes the caller's token from X-Forwarded-Authorization", async () => {
    const headers = { Authorization: SIGNATURE, "X-Forwarded-Authorization": token };
    expect((await postGrade(world, { headers })).status).toBe(200);
  });

  it.each(["signature", "token"])("takes none from Authorization: a %s", async (kind) => {
    const headers = { Authorization: kind === "token" ? token : SIGNATURE };
    expect((await postGrade(world, { headers })).status).toBe(401);
  });
});

describe("a service that CloudFront sends a secret to", () => {
  it("does not look at X-Forwarded-Authorization", async () => {
    const secret = "secret-of-the-test";
    const world = await startWorld({
      settings: { originProtection: { kind: "secret-header", secrets: [secret] } },
    });
    try {
      const token = `Bearer ${await world.stack.userPool.issueIdToken(STUDENT)}`;
      const sent = { "X-Origin-Verify": secret, "X-Forwarded-Authorization": token };
      const headers = { ...sent, Authorization: null };
      expect((await postGrade(world, { headers })).status).toBe(401);
    } finally {
      await world.close();
    }
  });
});
