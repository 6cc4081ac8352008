import { expect, it } from "vitest";
import { health } from "../../../cli/doctor/health.js";
import {
  examine,
  examineBroken,
  examineService,
  json,
  refusal,
} from "../../support/cli/examine.js";

it("holds where the API answers", async () => {
  const [finding] = await examineService(health, () => json({ status: "ok" }));
  expect(finding?.kind).toBe("holds");
});

it.each([
  ["the origin secret is not taken", refusal(403, "Forbidden"), "a secret that it does not take"],
  [
    "the function URL lets nobody in",
    json(
      { Message: "Forbidden. For troubleshooting Function URL authorization issues, see:" },
      403,
    ),
    "one of its two permissions is missing",
  ],
  [
    "CloudFront refuses",
    new Response("<HTML><H1>403 ERROR</H1></HTML>", { status: 403 }),
    "no alias of the distribution",
  ],
  [
    "CloudFront's signature is not taken",
    json({ message: "InvalidSignatureException: The request signature" }, 403),
    "the function does not take its signature",
  ],
  [
    "the API itself is unwell",
    refusal(500, "InternalError"),
    "500 InternalError (No.) instead of 200",
  ],
  ["the API does not start", json({ message: "Internal Server Error" }, 502), "does not start"],
  ["the API is too slow", new Response("", { status: 504 }), "originReadTimeoutSeconds"],
  ["there is no concurrency", json({ message: "Rate Exceeded." }, 429), "concurrency"],
])("says so where %s, with a command", async (_, answer, sentence) => {
  const [finding] = await examineService(health, () => answer);
  expect(finding).toMatchObject({ kind: "fails", command: expect.stringContaining(" ") });
  expect(finding?.sentence).toContain(sentence);
});

it("doubts the address where something else answers", async () => {
  const [finding] = await examineService(health, () => new Response("Welcome to nginx!"));
  expect(finding).toMatchObject({
    kind: "fails",
    command: "npx pulumi stack output codeGraderApiInvokeUrl",
  });
  expect(finding?.sentence).toContain("is the address right?");
});

it("fails where nothing answers", async () => {
  const [finding] = await examine(health, { service: new URL("http://127.0.0.1:9") });
  expect(finding).toMatchObject({
    kind: "fails",
    command: "curl --verbose --output /dev/null http://127.0.0.1:9/health",
  });
  expect(finding?.sentence).toMatch(/^http:\/\/127\.0\.0\.1:9\/health does not answer \(.*\)\.$/);
});

it("fails where the answer breaks off, and says so", async () => {
  const [finding] = await examineBroken(health, "application/json", '{"status":');
  expect(finding).toMatchObject({ kind: "fails", command: expect.stringContaining("curl") });
  expect(finding?.sentence).toMatch(/\/health does not answer/);
});
