import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, findBrowser } from "../../support/browser/find-browser.js";
import { launchChromium } from "../../support/browser/launch-chromium.js";
import { startWorld, type World } from "../../support/world.js";

const executablePath = findBrowser(CHROMIUM) ?? "";
/** A browser takes its time on a machine that has other things to do. */
const BROWSER_MS = 120_000;

describe("/docs of the development server", () => {
  let world: World;
  let browser: Browser | undefined;

  beforeAll(async () => {
    world = await startWorld();
    if (executablePath === "") return;
    browser = await launchChromium(executablePath);
  }, BROWSER_MS);
  afterAll(async () => {
    await browser?.close();
    await world.close();
  });

  it("is a page that may load from its own origin only, and does", async () => {
    const { status, headers, text } = await world.request("/docs");
    expect(status).toBe(200);
    expect(headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    expect(headers.get("Content-Security-Policy")).toMatch(/^default-src 'none'; /);
    expect(headers.get("Content-Security-Policy")).not.toMatch(/https?:|\*|unsafe/);
    const files = [...text.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, path = ""]) => path);
    expect(files).toContain("/docs/swagger-ui-bundle.js");
    for (const path of files) {
      expect(path).toMatch(/^\/docs\//);
      expect([path, (await world.request(path)).status]).toEqual([path, 200]);
    }
  });

  it("takes GET only", async () => {
    expect((await world.request("/docs", { method: "POST" })).status).toBe(405);
  });

  it.skipIf(executablePath === "")(
    "shows every operation in a browser, and sends one as a user, without a word to anybody else",
    async () => {
      const page = await (browser as Browser).newPage();
      const complaints: string[] = [];
      const requested: string[] = [];
      page.on("console", (message) => complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("request", (request) => requested.push(request.url()));
      const signedIn = page.waitForResponse(`${world.url}/dev/token`);
      await page.goto(`${world.url}/docs`);
      await signedIn;
      await page.locator("[id$=listSubmissions] button").first().click();
      expect(await page.locator(".opblock").count()).toBe(8);
      await page.getByRole("button", { name: "Execute" }).click();
      const status = page.locator(".live-responses-table tr.response .response-col_status").first();
      expect(await status.textContent()).toMatch(/^200/);
      expect(complaints).toEqual([]);
      expect(requested.filter((url) => !url.startsWith(world.url))).toEqual([]);
    },
    BROWSER_MS,
  );
});
