import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe } from "vitest";
import {
  type LocalSite,
  type LocalSiteOptions,
  startLocalSite,
} from "../../support/aws/local-site.js";
import { WorkerBrowser } from "../../support/browser/worker-browser.js";
import { START_MS } from "./describe-in-browser.js";
import { endVisits } from "./end-visits.js";
import { Visit } from "./visit.js";

/** What the tests of the page on a stack have: the stack, and visits to it. */
export interface SiteBrowsing {
  readonly site: LocalSite;
  /** Comes as somebody who was never there before, and is at the sign-in page. */
  arrive(options?: BrowserContextOptions & { readonly path?: string }): Promise<Visit>;
  /** The same, and signs in. */
  signIn(options?: BrowserContextOptions & { readonly path?: string }): Promise<Visit>;
}

/** Describes the page on a stack in a real browser: it asks its own site and the sign-in page, nobody else. */
export function describeSite(
  title: string,
  describeTests: (its: SiteBrowsing) => void,
  {
    browser: used = WorkerBrowser.chromium,
    ...options
  }: LocalSiteOptions & { readonly browser?: WorkerBrowser } = {},
): void {
  describe.skipIf(used.isMissing)(title, () => {
    const visits: Visit[] = [];
    let site: LocalSite;
    let browser: Browser;

    beforeAll(async () => {
      site = await startLocalSite(options);
      browser = await used.launch();
    }, START_MS);

    afterEach(() => endVisits(visits));

    afterAll(async () => {
      await site?.close();
    });

    async function arrive({ path = "/", ...context }: Parameters<SiteBrowsing["arrive"]>[0] = {}) {
      const opened = await browser.newContext({
        locale: "en-US",
        viewport: { width: 1280, height: 800 },
        ...context,
      });
      const visit = await Visit.begin(opened, site.url, site.signInPage.url);
      visits.push(visit);
      await visit.page.goto(site.url + path);
      await visit.page.getByRole("heading", { name: "Sign in", exact: true }).waitFor();
      return visit;
    }

    describeTests({
      get site() {
        return site;
      },
      arrive,
      async signIn(asked) {
        const visit = await arrive(asked);
        await visit.press("Jimin");
        await visit.editor.waitFor();
        return visit;
      },
    });
  });
}
