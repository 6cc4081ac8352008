import { expect, it } from "vitest";
import { startWorld } from "../support/world.js";
import { accessibilityFaults } from "./support/accessibility.js";
import { textContrasts } from "./support/contrast.js";
import { describeInBrowser } from "./support/describe-in-browser.js";

/** What Swagger UI leaves to the page that it is on; the markup inside is its own. */
const OF_THE_FRAME = [
  "color-contrast",
  "document-title",
  "html-has-lang",
  "landmark-main-is-top-level",
  "landmark-no-duplicate-main",
  "landmark-one-main",
];

describeInBrowser(
  "the description of the API",
  (its) => {
    it.each(["light", "dark"] as const)(
      "is %s where the browser is, and every text stands out by 4.5 to 1",
      async (colorScheme) => {
        const { page } = await its.visit({ path: "/#/rotate-matrix", colorScheme });
        const signedIn = page.waitForResponse(`${its.world.url}/dev/token`);
        await page.goto(`${its.world.url}/docs`);
        await signedIn;
        const [red = 255] = await page.evaluate(
          () =>
            getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g)?.map(Number) ??
            [],
        );
        expect(red < 128 && red > 0).toBe(colorScheme === "dark");
        await page.locator("[id$=listSubmissions] button").first().click();
        await page.getByRole("button", { name: "Execute" }).click();
        await page.locator(".live-responses-table").first().waitFor();
        await page.locator("[id$=grade] button").first().click();
        await page.locator("[id$=grade] .examples-select").first().waitFor();
        const contrasts = await textContrasts(page);
        expect(contrasts.length).toBeGreaterThan(100);
        expect(contrasts.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
        expect(await accessibilityFaults(page, OF_THE_FRAME)).toEqual([]);
      },
    );
  },
  () => startWorld(),
);
