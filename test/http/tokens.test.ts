import { SimpleJwksCache } from "aws-jwt-verify/jwk";
import { base64url, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cognito } from "../../api/adapters/cognito.js";
import {
  type Claims,
  createSigningPool,
  idTokenClaims,
  type SigningPool,
} from "../support/aws/signing-pool.js";
import { GOOD_BODY, postGrade, putEchoProblem } from "../support/http/post-grade.js";
import { startWorld, type World } from "../support/world.js";

const HOUR = 3600;
const KOREAN = "인증 정보가 없습니다. 사용자 ID 또는 작성자 정보를 확인할 수 없습니다.";

/** What RFC 6750, section 3.1, has a client told about a token, and without one. */
const INVALID = 'Bearer error="invalid_token"';
const MISSING = "Bearer";

describe("ID tokens", () => {
  let world: World;
  let pool: SigningPool;
  let otherPool: SigningPool;

  beforeAll(async () => {
    [pool, otherPool] = await Promise.all([createSigningPool(), createSigningPool()]);
    world = await startWorld({ settings: { identity: pool.identity } });
    await putEchoProblem(world);
  });
  afterAll(() => world.close());

  const gradeWith = (authorization: string | null, body?: string) =>
    postGrade(world, {
      headers: { Authorization: authorization },
      ...(body === undefined ? {} : { body }),
    });

  async function gradeAs(claims: Claims) {
    const submissionId = `as-${crypto.randomUUID()}`;
    const body = JSON.stringify({ ...GOOD_BODY, submissionId });
    const answer = await gradeWith(`Bearer ${await pool.sign(claims)}`, body);
    return { answer, stored: await world.storedSubmission(submissionId) };
  }

  async function expectUnauthorized(authorization: string | null, challenge = INVALID) {
    const answer = await gradeWith(authorization);
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({
      error: expect.stringMatching(/./),
      code: "Unauthorized",
      message: "Unauthorized",
      requestId: expect.any(String),
    });
    expect(answer.headers.get("X-Amzn-ErrorType")).toBe("Unauthorized");
    expect(answer.headers.get("WWW-Authenticate")).toBe(challenge);
  }

  it("name the user and, by nickname, the author", async () => {
    const { answer, stored } = await gradeAs({ sub: "id-1", nickname: "길동" });
    expect(answer.status).toBe(200);
    expect(stored).toMatchObject({ userId: "id-1", author: "길동" });
  });

  it.each([undefined, ""])("name the author by username when nickname is %j", async (nickname) => {
    const { stored } = await gradeAs({ nickname, "cognito:username": "gildong" });
    expect(stored?.author).toBe("gildong");
  });

  it.each([
    ["no sub", { sub: undefined }],
    ["an empty sub", { sub: "" }],
    ["neither nickname nor username", { nickname: undefined, "cognito:username": undefined }],
  ])("are valid but not enough with %s", async (_, claims) => {
    const { answer, stored } = await gradeAs(claims);
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({
      error: expect.stringMatching(/./),
      code: "MissingIdentity",
      message: KOREAN,
      requestId: expect.any(String),
    });
    expect(answer.headers.get("X-Amzn-ErrorType")).toBe("MissingIdentity");
    expect(answer.headers.get("WWW-Authenticate")).toBe(INVALID);
    expect(stored).toBeUndefined();
  });

  it.each([null, "", "Bearer", "Bearer ", "Basic dXNlcjpwYXNz"])(
    "are asked for, and not called wrong, when Authorization is %j",
    (authorization) => expectUnauthorized(authorization, MISSING),
  );

  it.each([
    "Bearer é",
    "Bearer nonsense",
    "Bearer a.b.c",
    "Bearer a.b.c.d",
    `Bearer ${base64url.encode("null")}.${base64url.encode("null")}.AA`,
    `Bearer ${base64url.encode('{"alg":"RS256","kid":"key-1"}')}.${base64url.encode("[]")}.AA`,
  ])("are called wrong when Authorization is %j", (authorization) =>
    expectUnauthorized(authorization),
  );

  it("are not taken without the word Bearer, nor two at once", async () => {
    const token = await pool.sign();
    await expectUnauthorized(token, MISSING);
    await expectUnauthorized(`Bearer ${token} ${token}`);
  });

  it.each<[string, Claims]>([
    ["expired", { exp: Math.floor(Date.now() / 1000) - HOUR }],
    ["not yet valid", { nbf: Math.floor(Date.now() / 1000) + HOUR }],
    ["another pool's by its issuer", { iss: idTokenClaims().iss.replace("Pl", "Px") }],
    ["another client's", { aud: "another-client" }],
    ["an access token", { token_use: "access", client_id: idTokenClaims().aud, aud: undefined }],
    ["an access token with an audience", { token_use: "access" }],
    ["of no stated use", { token_use: undefined }],
    ["without an issuer", { iss: undefined }],
    ["without an audience", { aud: undefined }],
  ])("are refused when %s", async (_, claims) =>
    expectUnauthorized(`Bearer ${await pool.sign(claims)}`),
  );

  it("are refused when another key signed them, whatever key they name", async () =>
    expectUnauthorized(`Bearer ${await otherPool.sign()}`));

  it("are refused when their claims were changed after signing", async () => {
    const [head, , signature] = (await pool.sign()).split(".");
    const claims = base64url.encode(JSON.stringify({ ...idTokenClaims(), sub: "somebody-else" }));
    await expectUnauthorized(`Bearer ${head}.${claims}.${signature}`);
  });

  it("are taken in one spelling only, whatever else decodes to the same signature", async () => {
    const token = await pool.sign();
    const digits = Buffer.from(token.slice(token.lastIndexOf(".") + 1), "base64url");
    const spellings = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"]
      .map((last) => token.slice(0, -1) + last)
      .filter((other) =>
        digits.equals(Buffer.from(other.slice(other.lastIndexOf(".") + 1), "base64url")),
      );
    expect(spellings).toContain(token);
    expect(spellings.length).toBeGreaterThan(1);
    for (const other of [...spellings, `${token}=`]) {
      if (other === token) expect((await gradeWith(`Bearer ${other}`)).status).toBe(200);
      else await expectUnauthorized(`Bearer ${other}`);
    }
  });

  it("are refused when unsigned (alg none)", async () =>
    expectUnauthorized(`Bearer ${new UnsecuredJWT({ ...idTokenClaims() }).encode()}`));

  it("are refused when signed by HMAC with the public key", async () => {
    const secret = new TextEncoder().encode(pool.publicKeyPem);
    await expectUnauthorized(`Bearer ${await pool.sign({}, { alg: "HS256" }, secret)}`);
  });

  it("of an unknown key are refused each time, and do not shut out the good ones", async () => {
    const unknown = await pool.sign({}, { kid: "key-of-nobody" });
    for (let time = 0; time < 3; time += 1) {
      await expectUnauthorized(`Bearer ${unknown}`);
      const answer = await gradeWith(`Bearer ${await pool.sign()}`);
      expect(answer.status).toBe(200);
    }
  });

  it("are refused when they name no key", async () =>
    expectUnauthorized(`Bearer ${await pool.sign({}, { kid: undefined as never })}`));

  it("of the development pool are checked by the same verifier", async () => {
    const idToken = await world.stack.userPool.issueIdToken({ sub: "s", nickname: "n" });
    await expectUnauthorized(`Bearer ${idToken}`);
  });

  it("cost one fetch of the keys, however many come", async () => {
    const fresh = await createSigningPool();
    for (let time = 0; time < 3; time += 1) await fresh.identity.identify(await fresh.sign());
    expect(fresh.fetches).toBe(1);
  });
});

describe("ID tokens while the keys cannot be had", () => {
  let world: World;
  let fetch: () => Promise<ArrayBuffer>;

  beforeAll(async () => {
    const jwksCache = new SimpleJwksCache({ fetcher: { fetch: () => fetch() } });
    const identity = cognito(
      { userPoolId: "us-east-1_SigningPl", clientIds: ["c"], staffGroup: "staff" },
      jwksCache,
    );
    world = await startWorld({ settings: { identity } });
  });
  afterAll(() => world.close());

  it.each([
    ["the pool does not answer", () => Promise.reject(new Error("ECONNREFUSED 10.0.0.7:443"))],
    ["the pool answers something else", async () => new TextEncoder().encode("<html>").buffer],
    ["the pool answers no keys", async () => new TextEncoder().encode('{"no":"keys"}').buffer],
  ])("are nobody's fault: %s", async (_, failing) => {
    fetch = failing as typeof fetch;
    const token = await (await createSigningPool()).sign();
    for (let time = 0; time < 2; time += 1) {
      const answer = await postGrade(world, { headers: { Authorization: `Bearer ${token}` } });
      expect([answer.status, answer.body.code]).toEqual([503, "IdentityProviderUnavailable"]);
      expect(answer.headers.get("X-Amzn-ErrorType")).toBe("IdentityProviderUnavailable");
      expect(answer.text).not.toMatch(/10\.0\.0\.7|cognito-idp|SigningPl/);
    }
  });

  it("are refused before any key is fetched when they are malformed", async () => {
    fetch = () => Promise.reject(new Error("down"));
    const answer = await postGrade(world, { headers: { Authorization: "Bearer nonsense" } });
    expect(answer.status).toBe(401);
  });
});
