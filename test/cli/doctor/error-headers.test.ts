import { expect, it } from "vitest";
import { errorHeaders } from "../../../cli/doctor/error-headers.js";
import { examineService, kinds, refusal } from "../../support/cli/examine.js";

const answer =
  (challenge: string, allow: Record<string, string> = { Allow: "POST" }) =>
  ({ url }: Request) =>
    url.endsWith("/grade")
      ? refusal(405, "MethodNotAllowed", allow)
      : refusal(401, "Unauthorized", { [challenge]: 'Bearer error="invalid_token"' });

it.each([
  ["WWW-Authenticate", "WWW-Authenticate too"],
  ["x-amzn-Remapped-www-authenticate", "renamed by Lambda"],
])("holds, and says what became of the challenge: %s", async (challenge, sentence) => {
  const [finding] = await examineService(errorHeaders, answer(challenge));
  expect(finding).toMatchObject({ kind: "holds" });
  expect(finding?.sentence).toContain(sentence);
});

it("warns where X-Amzn-ErrorType is changed on the way", async () => {
  const findings = await examineService(errorHeaders, (request) => {
    const { status, body, headers } = answer("WWW-Authenticate")(request);
    const changed = new Headers(headers);
    changed.set("X-Amzn-ErrorType", "AccessDeniedException");
    return new Response(body, { status, headers: changed });
  });
  expect(kinds(findings)).toEqual(["warns", "warns"]);
});

it("warns where Allow is lost", async () => {
  const findings = await examineService(errorHeaders, answer("WWW-Authenticate", {}));
  expect(findings).toEqual([expect.objectContaining({ kind: "warns" })]);
  expect(findings[0]?.sentence).toContain("Allow");
});

it("fails without a request's id", async () => {
  const findings = await examineService(errorHeaders, (request) => {
    const { status, body, headers } = answer("WWW-Authenticate")(request);
    const changed = new Headers(headers);
    changed.delete("X-Request-Id");
    return new Response(body, { status, headers: changed });
  });
  expect(findings).toEqual([
    expect.objectContaining({ kind: "fails", command: "npx pulumi up --refresh" }),
  ]);
  expect(findings[0]?.sentence).toContain("no X-Request-Id");
});

it("fails where another method is not a 405", async () => {
  const [finding] = await examineService(errorHeaders, (request) =>
    request.url.endsWith("/grade") ? refusal(404, "NotFound") : answer("WWW-Authenticate")(request),
  );
  expect(finding).toMatchObject({ kind: "fails", command: "npx pulumi up --refresh" });
  expect(finding?.sentence).toContain("GET /grade answers 404 NotFound (No.) instead of a 405");
});
