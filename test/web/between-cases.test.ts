import { expect, it } from "vitest";
import { startWorld } from "../support/world.js";
import { textContrasts } from "./support/contrast.js";
import { describeInBrowser } from "./support/describe-in-browser.js";

/** Without an executor each case returns its own input. */
describeInBrowser(
  "among the cases of a verdict",
  (its) => {
    const open = async (path: string) => {
      await its.world.putProblem({
        problemId: "long",
        finalTestCases: Array.from({ length: 60 }, (_, index) => ({
          input: index,
          expected_output: index === 2 ? "another" : index,
        })),
      });
      const visit = await its.visit({ path });
      await visit.write("def solution(n):\n    return n\n");
      await visit.press("Submit");
      expect(await visit.verdict()).toBe("Wrong answer");
      return visit;
    };

    it("one gets about with the keyboard: by the strip, which is one stop, and from case to case", async () => {
      const visit = await open("/#/long");
      const { page } = visit;
      const focused = page.locator(":focus");
      const strip = visit.result.getByRole("toolbar", { name: "Go to a case" });
      expect(await strip.locator("[tabindex='0']").count()).toBe(1);
      await strip.getByRole("button", { name: "Case 1: Accepted" }).focus();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      expect(await focused.getAttribute("aria-label")).toBe("Case 3: Wrong answer");
      await page.keyboard.press("Enter");
      expect(await focused.innerText()).toMatch(/^Case 3\s+Wrong answer/);
      await page.keyboard.press("ArrowRight");
      expect(await focused.innerText()).toMatch(/^Case 1\s+Accepted/);
      await page.keyboard.press("ArrowLeft");
      expect(await focused.innerText()).toMatch(/^Case 3\s+Wrong answer/);
    });

    it("the strip leads to one that is not unfolded yet", async () => {
      const visit = await open("/#/long");
      const focused = visit.page.locator(":focus");
      await visit.result.getByRole("button", { name: "Case 60: Accepted" }).click();
      expect(await focused.innerText()).toMatch(/^Case 60\s+Accepted/);
      const { y = -1 } = (await focused.boundingBox()) ?? {};
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(800);
    });

    it("nothing hides the rest where the page is enlarged to 400 %", async () => {
      const visit = await its.visit({ path: "/#/long", viewport: { width: 320, height: 200 } });
      await visit.press("Code");
      for (const part of [".views", ".run-bar"]) {
        const position = await visit.page
          .locator(part)
          .evaluate((one) => getComputedStyle(one).position);
        expect([part, position]).toEqual([part, "static"]);
      }
    });

    it("what is printed on paper has the code, the verdict and no buttons", async () => {
      const visit = await open("/#/long");
      await visit.page.emulateMedia({ media: "print" });
      expect(await visit.result.getByRole("heading", { level: 2 }).isVisible()).toBe(true);
      expect(await visit.editor.isVisible()).toBe(true);
      expect(await visit.page.getByRole("button", { name: "Submit" }).isVisible()).toBe(false);
      const hasHidden = await visit.result.evaluate(
        (one) =>
          one.scrollHeight > one.clientHeight + 1 && getComputedStyle(one).overflow !== "visible",
      );
      expect(hasHidden).toBe(false);
    });

    it("and in forced colours the strip keeps its own", async () => {
      const visit = await open("/#/long");
      await visit.page.emulateMedia({ forcedColors: "active" });
      const colours = await visit.result
        .locator(".strip button")
        .evaluateAll((all) =>
          all.slice(1, 3).map((one) => getComputedStyle(one, "::before").backgroundColor),
        );
      expect(new Set(colours).size).toBe(2);
    });

    it("a text that may have to be scrolled can have the focus", async () => {
      const visit = await its.visit({ path: "/#/long" });
      await visit.write("def solution(n):\n    return n\n");
      await visit.page
        .getByRole("textbox", { name: /^My inputs/ })
        .fill(`"${"x".repeat(500)}"\n"y"`);
      await visit.press("Run");
      await visit.verdict();
      const values = visit.result.locator(".value");
      expect(await values.first().getAttribute("tabindex")).toBe("0");
      expect(await values.last().getAttribute("tabindex")).toBeNull();
      const contrasts = await textContrasts(visit.page);
      expect(contrasts.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
    });
  },
  () => startWorld(),
);
