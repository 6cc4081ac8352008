import { expect, it } from "vitest";
import { createApp } from "../../../api/http/app.js";
import type { AppDeps } from "../../../api/http/deps.js";
import { crossOrigin } from "../../../cli/doctor/cross-origin.js";
import { examineService, kinds } from "../../support/cli/examine.js";

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

it.each([
  [
    "any origin is echoed",
    changing((headers, { headers: asked }) =>
      headers.set("Access-Control-Allow-Origin", asked.get("Origin") ?? ""),
    ),
    "https://foreign.invalid may call it",
  ],
  [
    "somebody beside the API answers too",
    changing((headers) => {
      if (headers.has("Access-Control-Allow-Origin")) {
        headers.append("Access-Control-Allow-Origin", SITE);
      }
    }),
    "twice",
  ],
  [
    "errors lack it",
    changing((headers, { method }) => {
      if (method === "GET") headers.delete("Access-Control-Allow-Origin");
    }),
    "An error does not let",
  ],
  [
    "the token may not be sent",
    changing((headers) => headers.delete("Access-Control-Allow-Headers")),
    "does not grant authorization, content-type",
  ],
])("fails where %s", async (_, answer, sentence) => {
  const findings = await examineService(crossOrigin, answer, { origin: SITE });
  expect(findings.at(-1)).toMatchObject({ kind: "fails" });
  expect(findings.at(-1)?.sentence).toContain(sentence);
});
