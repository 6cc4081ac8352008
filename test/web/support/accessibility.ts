import axe, { type AxeResults } from "axe-core";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Whatever else is the same in the other theme. */
const RULES_OF_COLOURS = ["color-contrast", "link-in-text-block"];

/**
 * Holds a state of the page against the rules of WCAG 2.2 AA and what else is held good, in both languages
 * and themes, without leaving the state.
 *
 * @param shown what makes it this state, in whatever language
 */
export async function expectAccessible(page: Page, state: string, shown: Locator): Promise<void> {
  const faults: string[] = [];
  for (const language of ["ko", "en"]) {
    await speak(page, language);
    await shown.first().waitFor();
    const found = await faultsInBothThemes(page);
    faults.push(...found.map((fault) => `${state}, ${language}, ${fault}`));
  }
  await shown.first().waitFor();
  expect(faults).toEqual([]);
}

/** The same of a page in the language in which it is. */
export async function faultsInBothThemes(page: Page): Promise<string[]> {
  const inTheLight = await accessibilityFaults(page);
  await page.emulateMedia({ colorScheme: "dark" });
  const inTheDark = await accessibilityFaults(page, RULES_OF_COLOURS);
  await page.emulateMedia({ colorScheme: "light" });
  return [...inTheLight, ...inTheDark.map((fault) => `dark: ${fault}`)];
}

/** What axe finds on a page as it stands. */
export async function accessibilityFaults(
  page: Page,
  rules: readonly string[] = RULES,
): Promise<string[]> {
  // Not as a script of the page, whose policy lets in none.
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe.source);
  const found: AxeResults = await page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(rules)}, resultTypes: ["violations"] })`,
  );
  expect(found.passes.length).toBeGreaterThan(0);
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, target, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message).join("; ");
      return `${id} at ${target.join(" ")}: ${why} ${html.slice(0, 200)}`;
    }),
  );
}

/** By a press that takes the focus from nowhere, and closes nothing. */
async function speak(page: Page, language: string): Promise<void> {
  const button = page.locator(`.header button[lang=${language}]`);
  if ((await button.count()) > 0) await button.evaluate((one: HTMLElement) => one.click());
  await page.locator(`html[lang=${language}]`).waitFor({ state: "attached" });
}
