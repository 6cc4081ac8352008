import type { Page } from "playwright-core";

/** What the page wants to do while it has nothing else to do. */
export interface IdleWork {
  /** Has it done now. */
  letGo(): Promise<void>;
}

/** Holds the idle work of every document that is loaded from now on. */
export async function holdIdleWork(page: Page): Promise<IdleWork> {
  await page.addInitScript(() => {
    const held: (() => void)[] = [];
    const hold = { requestIdleCallback: (work: () => void) => held.push(work), held };
    Object.assign(window, hold);
  });
  return {
    letGo: () =>
      page.evaluate(() => {
        const { held } = window as unknown as { held: (() => void)[] };
        for (const work of held.splice(0)) work();
      }),
  };
}
