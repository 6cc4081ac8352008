import { expect, it } from "vitest";
import { PAGE_NAVIGATIONS } from "../../support/http/page-navigations.js";
import { describeSite } from "../support/describe-site.js";
import { holdIdleWork } from "../support/hold-idle-work.js";

const MOST_BYTES = 200_000;

describeSite("the page on a stack, as CloudFront delivers it", (its) => {
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(its.site.url + path, { redirect: "manual", ...init });

  it("takes less than 200 KB for the first view, with signing in and the editor", async () => {
    const visit = await its.arrive({ path: "/#/sum-of-a-list" });
    await holdIdleWork(visit.page);
    await visit.press("Jimin");
    await visit.editor.waitFor();
    const own = [...visit.answered].filter(([path]) => /^\/(?:$|page\/|settings)/.test(path));
    expect(own.length).toBeGreaterThan(6);
    const sizes = await Promise.all(own.map(([, request]) => request.sizes()));
    const bytes = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThan(MOST_BYTES);
  });

  it("keeps what never changes, and nothing else", async () => {
    const document = await ask("/");
    expect(document.headers.get("Cache-Control")).toBe("no-cache");
    expect((await ask("/settings.json")).headers.get("Cache-Control")).toBe("no-store");
    const files = (await document.text()).match(/\/page\/[\w.-]+/g) ?? [];
    expect(files).toHaveLength(3);
    for (const file of files) {
      const { status, headers } = await ask(file);
      expect(status).toBe(200);
      expect(headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    }
  });

  it.each(["/nosuch", "/index.html", "/page/nosuch.js", "/page/"])(
    "says in a page of its own that %s is not there",
    async (path) => {
      const answer = await ask(path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain("<h1>There is no such page</h1>");
      expect(answer.headers.get("Content-Security-Policy")).toContain("script-src 'self'");
    },
  );

  it("says 404 of a file that was never there, as of any other", async () => {
    expect((await ask("/page/page-ABCD1234.js")).status).toBe(404);
  });

  it("shows who is led astray the way to the problems", async () => {
    const visit = await its.signIn();
    await visit.page.goto(`${its.site.url}/nosuch`);
    await visit.page.getByRole("heading", { name: "There is no such page" }).waitFor();
    await visit.page.getByRole("link", { name: "See all problems" }).click();
    await visit.page.getByRole("heading", { level: 1, name: "Problems" }).waitFor();
  });

  it.each(PAGE_NAVIGATIONS)("$what: $path", async ({ path, method = "GET", headers, leadsTo }) => {
    const answer = await ask(path, { method, headers });
    expect(answer.headers.get("Location") ?? undefined).toBe(leadsTo);
  });

  it("has the API where it was, with its own errors and headers", async () => {
    const health = await ask("/health");
    expect(await health.json()).toEqual({ status: "ok" });
    expect(health.headers.get("Content-Security-Policy")).toBe(
      "default-src 'none'; frame-ancestors 'none'",
    );
    const unauthorized = await ask("/grade", { method: "POST", body: "{}" });
    expect([unauthorized.status, (await unauthorized.json()).code]).toEqual([401, "Unauthorized"]);
    const wrong = await ask("/grade");
    expect([wrong.status, (await wrong.json()).code]).toEqual([405, "MethodNotAllowed"]);
  });
});
