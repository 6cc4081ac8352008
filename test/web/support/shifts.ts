import type { Page } from "playwright-core";

/** Begins to sum up by how much things on the page move without having been asked to. */
export async function watchShifts(page: Page): Promise<{ sum(): Promise<number> }> {
  await page.evaluate(() => {
    const shifts = { sum: 0 };
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        readonly value: number;
        readonly hadRecentInput: boolean;
      })[]) {
        if (!entry.hadRecentInput) shifts.sum += entry.value;
      }
    }).observe({ type: "layout-shift" });
  });
  return { sum: () => page.evaluate("shifts.sum") };
}
