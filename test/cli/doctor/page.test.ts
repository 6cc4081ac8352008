import { expect, it } from "vitest";
import { page } from "../../../cli/doctor/page.js";
import type { StackOutputs } from "../../../cli/target/stack-outputs.js";
import { contentSecurityPolicy } from "../../../pack/content-security-policy.js";
import { examineService, json, refusal } from "../../support/cli/examine.js";

const SIGN_IN = "https://people.auth.example";
const SETTINGS = { signIn: { authority: "a", clientId: "c", domain: SIGN_IN }, signsBody: false };
const INDEX = '<!doctype html><script type="module" src="/page/page-ABCD1234.js"></script>';

function site(changes: Record<string, () => Response> = {}) {
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": contentSecurityPolicy(SIGN_IN),
  };
  const answers: Record<string, () => Response> = {
    "/": () => new Response(INDEX, { headers }),
    "/settings.json": () => json(SETTINGS),
    "/page/page-ABCD1234.js": () => new Response("export {};"),
    ...changes,
  };
  return ({ url }: Request) => answers[new URL(url).pathname]?.() ?? refusal(404, "NotFound");
}

it("holds where all of it is there", async () => {
  const [finding] = await examineService(page, site());
  expect(finding?.kind).toBe("holds");
});

it("is left out where the service shows none", async () => {
  const answer = site({ "/": () => refusal(404, "NotFound") });
  expect((await examineService(page, answer))[0]?.kind).toBe("skipped");
  const outputs = { siteUrl: "https://grader.site.example" } as StackOutputs;
  expect((await examineService(page, answer, { outputs }))[0]?.kind).toBe("fails");
});

it.each([
  [
    "its policy is missing",
    { "/": () => new Response(INDEX, { headers: { "Content-Type": "text/html" } }) },
    "without its Content-Security-Policy",
  ],
  ["its settings are", { "/settings.json": () => refusal(404, "NotFound") }, "/settings.json"],
  [
    "it may not reach where people sign in",
    { "/settings.json": () => json({ signIn: { domain: "https://elsewhere.example" } }) },
    "may not reach https://elsewhere.example",
  ],
  [
    "a file of it is not there",
    { "/page/page-ABCD1234.js": () => new Response("", { status: 403 }) },
    "/page/page-ABCD1234.js, which the page needs, answers 403",
  ],
])("fails where %s", async (_, changes, sentence) => {
  const [finding] = await examineService(page, site(changes));
  expect(finding).toMatchObject({ kind: "fails", command: "npx pulumi up --refresh" });
  expect(finding?.sentence).toContain(sentence);
});
