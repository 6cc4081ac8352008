import { expect, it } from "vitest";
import { createApp } from "../../../api/http/app.js";
import type { AppDeps } from "../../../api/http/deps.js";
import { crossOrigin } from "../../../cli/doctor/cross-origin.js";
import { startAws } from "../../support/aws/aws-stand-in.js";
import { examineService, kinds, refusal } from "../../support/cli/examine.js";
import { OUTPUTS } from "../../support/cli/examine-cloud.js";

const SITE = "https://site.example";

/** The app, whose CORS is in front of all that it would need more for. */
function app(...allowedOrigins: string[]) {
  const deps = {
    allowedOrigins,
    originProtection: { kind: "secret-header", secrets: ["nobody has this one"] },
    log: () => {},
    clock: { now: () => 0 },
    ids: { next: () => "id" },
  };
  const { fetch } = createApp(deps as unknown as AppDeps);
  return (request: Request) => fetch(request);
}

it("holds where a page of the site may call it and one of another may not", async () => {
  const findings = await examineService(crossOrigin, app(SITE), { origin: SITE });
  expect(kinds(findings)).toEqual(["holds", "holds"]);
});

it("holds where every page may", async () => {
  const findings = await examineService(crossOrigin, app("*"));
  expect(findings).toEqual([expect.objectContaining({ kind: "holds" })]);
  expect(findings[0]?.sentence).toContain("every site");
});

it("asks for the site where it knows none", async () => {
  const findings = await examineService(crossOrigin, app(SITE));
  expect(kinds(findings)).toEqual(["holds", "skipped"]);
});

it("fails where the site's pages may not", async () => {
  const [, finding] = await examineService(crossOrigin, app("https://a.example"), { origin: SITE });
  expect(finding).toMatchObject({
    kind: "fails",
    command: expect.stringContaining("allowedOrigins"),
  });
});

const changing =
  (change: (headers: Headers, request: Request) => void) =>
  async (request: Request): Promise<Response> => {
    const answer = await app(SITE)(request);
    const headers = new Headers(answer.headers);
    change(headers, request);
    return new Response(answer.body, { status: answer.status, headers });
  };

const ALLOW = "npx pulumi config set allowedOrigins";
const REFRESH = "npx pulumi up --refresh";

it.each([
  [
    "any origin is echoed",
    changing((headers, { headers: asked }) =>
      headers.set("Access-Control-Allow-Origin", asked.get("Origin") ?? ""),
    ),
    "https://foreign.invalid may call it",
    ALLOW,
  ],
  [
    "somebody beside the API answers too",
    changing((headers) => {
      if (headers.has("Access-Control-Allow-Origin")) {
        headers.append("Access-Control-Allow-Origin", SITE);
      }
    }),
    "twice",
    REFRESH,
  ],
  [
    "errors lack it",
    changing((headers, { method }) => {
      if (method === "GET") headers.delete("Access-Control-Allow-Origin");
    }),
    "An error does not let",
    ALLOW,
  ],
  [
    "the token may not be sent",
    changing((headers) => headers.delete("Access-Control-Allow-Headers")),
    "does not grant authorization, content-type",
    ALLOW,
  ],
  [
    "nothing may be posted",
    changing((headers) => headers.set("Access-Control-Allow-Methods", "GET")),
    "does not grant the method POST",
    ALLOW,
  ],
  [
    "pages are not told how long to wait",
    changing((headers) =>
      headers.set("Access-Control-Expose-Headers", "X-Amzn-ErrorType, x-request-id"),
    ),
    "cannot read Retry-After of an error",
    REFRESH,
  ],
  [
    "pages see no header of errors",
    changing((headers) => headers.delete("Access-Control-Expose-Headers")),
    "cannot read Retry-After, X-Amzn-ErrorType, X-Request-Id of an error",
    REFRESH,
  ],
  [
    "the preflight is refused",
    async (request: Request) =>
      request.headers.get("Origin") === SITE ? refusal(403, "Forbidden") : await app(SITE)(request),
    "The preflight of a page of https://site.example answers 403 Forbidden",
    ALLOW,
  ],
])("fails where %s, and says what mends it", async (_, answer, sentence, command) => {
  const findings = await examineService(crossOrigin, answer, { origin: SITE });
  expect(findings.at(-1)).toMatchObject({
    kind: "fails",
    command: expect.stringContaining(command),
  });
  expect(findings.at(-1)?.sentence).toContain(sentence);
});

it("takes a site that the deployed function names, where it is told none", async () => {
  const GetFunctionConfiguration = {
    Environment: { Variables: { ALLOWED_ORIGINS: `${SITE}, https://b.example` } },
  };
  const { clients, close } = await startAws({ GetFunctionConfiguration });
  try {
    const facts = { clients, outputs: OUTPUTS };
    const [, own] = await examineService(crossOrigin, app(SITE), facts);
    expect(own).toEqual({ kind: "holds", sentence: `A page of ${SITE} may call it.` });
    const [, other] = await examineService(crossOrigin, app("https://b.example"), facts);
    expect(other).toMatchObject({ kind: "fails", command: expect.stringContaining(ALLOW) });
  } finally {
    await close();
  }
});
