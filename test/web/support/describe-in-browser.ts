import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe } from "vitest";
import { WorkerBrowser } from "../../support/browser/worker-browser.js";
import { startWorld, type World } from "../../support/world.js";
import { endVisits } from "./end-visits.js";
import { Visit } from "./visit.js";

/** What the tests of the page have: the service, and visits to it. */
export interface Browsing {
  readonly world: World;
  /** Opens the page as somebody who was never there before, in English unless told otherwise. */
  visit(options?: BrowserContextOptions & { readonly path?: string }): Promise<Visit>;
}

/** A browser takes its time on a machine that has other things to do. */
export const START_MS = 120_000;

/**
 * Describes the page of a real service in a real browser, or skips where there is none. Whatever a test
 * does, no request may leave the page's origin, and the page may not complain.
 */
export function describeInBrowser(
  title: string,
  describeTests: (its: Browsing) => void,
  start: () => Promise<World> = () => startWorld({ executor: "python", withHistory: true }),
): void {
  describe.skipIf(WorkerBrowser.chromium.isMissing)(title, () => {
    const visits: Visit[] = [];
    let world: World;
    let browser: Browser;

    beforeAll(async () => {
      world = await start();
      browser = await WorkerBrowser.chromium.launch();
    }, START_MS);

    afterEach(() => endVisits(visits));

    afterAll(async () => {
      await world?.close();
    });

    describeTests({
      get world() {
        return world;
      },
      async visit({ path = "/", ...options } = {}) {
        const context = await browser.newContext({
          locale: "en-US",
          viewport: { width: 1280, height: 800 },
          ...options,
        });
        const visit = await Visit.begin(context, world.url);
        visits.push(visit);
        await visit.goTo(path);
        return visit;
      },
    });
  });
}
