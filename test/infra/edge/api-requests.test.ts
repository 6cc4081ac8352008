import { describe, expect, it } from "vitest";
import { apiRequestsCode } from "../../../infra/edge/api-requests.js";
import { pageRequestsCode } from "../../../infra/edge/page-requests.js";
import { bundlePage } from "../../../pack/bundle-page.js";
import { PAGE_NAVIGATIONS } from "../../support/http/page-navigations.js";
import {
  type EdgeAnswer,
  type EdgeHeaders,
  type EdgeRequest,
  runAtEdge,
  toEdgeHeaders,
} from "../support/edge-function.js";

const codeFor = (keepAuthorization: boolean, leadToPage: boolean) =>
  apiRequestsCode({ keepAuthorization, leadToPage }) ?? "";

const [SIGNED, SIGNED_WITH_PAGE] = [codeFor(true, false), codeFor(true, true)];

function forwarded(headers: EdgeHeaders, code = SIGNED): EdgeHeaders {
  return runAtEdge(code, { method: "POST", uri: "/", headers }).headers;
}

const TOKEN = { value: "Bearer a.b.c" };

describe("the code at the edge, where CloudFront signs", () => {
  it("keeps the caller's token where CloudFront's signature does not reach", () => {
    const headers = forwarded({ authorization: TOKEN, "content-type": { value: "a/b" } });
    expect(headers).toEqual({
      authorization: TOKEN,
      "x-forwarded-authorization": TOKEN,
      "content-type": { value: "a/b" },
    });
  });

  it("lets no viewer write that header", () => {
    const forged = { value: "Bearer forged" };
    expect(forwarded({ "x-forwarded-authorization": forged })).toEqual({});
    expect(forwarded({ authorization: TOKEN, "x-forwarded-authorization": forged })).toMatchObject({
      "x-forwarded-authorization": TOKEN,
    });
  });

  it("lets no viewer add to that header", () => {
    const forged = {
      value: "Bearer x",
      multiValue: [{ value: "Bearer x" }, { value: "Bearer y" }],
    };
    const headers = forwarded({ authorization: TOKEN, "x-forwarded-authorization": forged });
    expect(headers["x-forwarded-authorization"]).toEqual(TOKEN);
  });

  it("does so with a page as well", () => {
    const headers = forwarded({ authorization: TOKEN }, SIGNED_WITH_PAGE);
    expect(headers["x-forwarded-authorization"]).toEqual(TOKEN);
  });
});

describe.each([
  ["a secret header", codeFor(false, true)],
  ["signatures", SIGNED_WITH_PAGE],
])("the code at the edge, where there is a page, with %s", (_, code) => {
  it.each(PAGE_NAVIGATIONS)("$what: $path", ({ path, method = "GET", headers, leadsTo }) => {
    const request = { method, uri: path, headers: toEdgeHeaders(headers) };
    const answer = runAtEdge(code, request);
    if (leadsTo === undefined) {
      expect(answer).toEqual(request);
    } else {
      expect(answer).toMatchObject({
        statusCode: 302,
        headers: { location: { value: leadsTo }, "cache-control": { value: "no-store" } },
      });
    }
  });
});

describe("the code at the edge, before the page's files", () => {
  const code = pageRequestsCode("<h1>이런 페이지는 없습니다</h1>");
  const ask = (uri: string) => runAtEdge(code, { method: "GET", uri, headers: {} });

  it.each([
    ["/", "/index.html"],
    ["/settings.json", "/settings.json"],
    ["/page/page-AB12CD34.js", "/page/page-AB12CD34.js"],
    ["/page/code-editor-AB12CD34.js", "/page/code-editor-AB12CD34.js"],
  ])("finds %s", (uri, file) => {
    expect((ask(uri) as EdgeRequest).uri).toBe(file);
  });

  it.each([
    "/nosuch",
    "/index.html",
    "/not-found.html",
    "/page/",
    "/page/x.js",
    "/page/../a",
    "//",
  ])("says in a page that %s is not there", (uri) => {
    const { statusCode, headers, body } = ask(uri) as EdgeAnswer;
    expect(statusCode).toBe(404);
    expect(headers["content-type"]?.value).toBe("text/html; charset=utf-8");
    expect(body?.data).toBe("<h1>이런 페이지는 없습니다</h1>");
  });
});

it("there is no code where there is nothing to be done", () => {
  expect(apiRequestsCode({ keepAuthorization: false, leadToPage: false })).toBeUndefined();
});

it("all of it is within what CloudFront takes", async () => {
  const documents = await bundlePage();
  const notFound = documents.find(({ path }) => path === "not-found.html")?.contents ?? "";
  expect(notFound).toContain("</html>");
  for (const code of [SIGNED_WITH_PAGE, pageRequestsCode(notFound)]) {
    expect(Buffer.byteLength(code)).toBeLessThan(10 * 1024);
  }
});
