import { createHash, randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWorld, type World } from "../../support/world.js";

const SITE = "http://127.0.0.1:8787/";

let world: World;
let signIn: { authority: string; clientId: string; domain: string };
beforeAll(async () => {
  world = await startWorld({ signIn: true });
  const settings = await fetch(`${world.url}/settings.json`);
  signIn = ((await settings.json()) as { signIn: typeof signIn }).signIn;
});
afterAll(() => world.close());

const verifier = randomBytes(32).toString("base64url");
const challenge = createHash("sha256").update(verifier).digest("base64url");

const authorizeUrl = (changes: Readonly<Record<string, string>> = {}) => {
  const query = {
    client_id: signIn.clientId,
    redirect_uri: SITE,
    response_type: "code",
    scope: "openid profile email",
    state: "s",
    nonce: "n",
    code_challenge: challenge,
    code_challenge_method: "S256",
    ...changes,
  };
  return `${signIn.domain}/oauth2/authorize?${new URLSearchParams(query)}`;
};

/** Signs in on the form, and gives where that leads back to. */
async function back(sub = "student-1"): Promise<URL> {
  const body = new URLSearchParams({ sub });
  const answer = await fetch(authorizeUrl(), { method: "POST", body, redirect: "manual" });
  return new URL(answer.headers.get("Location") ?? "");
}

const code = async () => (await back()).searchParams.get("code") ?? "";

async function ask(path: string, fields: Readonly<Record<string, string>>) {
  const body = new URLSearchParams({ client_id: signIn.clientId, ...fields });
  const answer = await fetch(`${signIn.domain}${path}`, { method: "POST", body });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}

const redeem = (given: string, changes: Readonly<Record<string, string>> = {}) =>
  ask("/oauth2/token", {
    grant_type: "authorization_code",
    code: given,
    redirect_uri: SITE,
    code_verifier: verifier,
    ...changes,
  });

const REFUSED = { status: 400, body: { error: "invalid_grant" } };

describe("the sign-in page of --sign-in", () => {
  it("shows who there is, and leads back with a code for whoever is chosen", async () => {
    const form = await (await fetch(authorizeUrl())).text();
    expect(form).toContain(">Jimin</button>");
    const { origin, searchParams } = await back();
    expect(`${origin}/`).toBe(SITE);
    expect(searchParams.get("state")).toBe("s");
  });

  it("gives tokens for a code that the service takes, and renews them", async () => {
    const { status, body } = await redeem(await code());
    expect(status).toBe(200);
    const listed = (idToken = "") =>
      fetch(`${world.url}/problems`, { headers: { Authorization: `Bearer ${idToken}` } });
    expect((await listed(body.id_token)).status).toBe(200);
    const fields = { grant_type: "refresh_token", refresh_token: body.refresh_token ?? "" };
    const renewed = await ask("/oauth2/token", fields);
    expect((await listed(renewed.body.id_token)).status).toBe(200);
    expect(renewed.body.refresh_token).toBeUndefined();
    expect((await ask("/oauth2/revoke", { token: body.refresh_token ?? "" })).status).toBe(200);
    expect(await ask("/oauth2/token", fields)).toEqual(REFUSED);
  });

  it("takes a code once", async () => {
    const given = await code();
    expect((await redeem(given)).status).toBe(200);
    expect(await redeem(given)).toEqual(REFUSED);
  });

  it.each([
    ["another verifier", { code_verifier: "a".repeat(43) }],
    ["the challenge itself", { code_verifier: challenge }],
    ["another address", { redirect_uri: "http://localhost:8787/" }],
  ])("takes none with %s, and that code never again", async (_, changes) => {
    const given = await code();
    expect(await redeem(given, changes)).toEqual(REFUSED);
    expect(await redeem(given)).toEqual(REFUSED);
  });

  it.each([
    { redirect_uri: "https://elsewhere.example/" },
    { redirect_uri: `${SITE}below` },
    { client_id: "another" },
  ])("leads nobody to where the client does not: %j", async (changes) => {
    const answer = await fetch(authorizeUrl(changes), { redirect: "manual" });
    expect([answer.status, answer.headers.get("Location")]).toEqual([400, null]);
  });

  it("asks for PKCE as S256", async () => {
    const answer = await fetch(authorizeUrl({ code_challenge_method: "plain" }), {
      redirect: "manual",
    });
    expect(answer.headers.get("Location")).toContain("error=invalid_request");
  });
});

it("without --sign-in the page is told of none", async () => {
  const other = await startWorld();
  try {
    const settings = await (await fetch(`${other.url}/settings.json`)).json();
    expect(settings).toEqual({
      executor: "mock",
      submissionsVisibleTo: "everyone",
      apiDocs: "/docs",
    });
  } finally {
    await other.close();
  }
});
