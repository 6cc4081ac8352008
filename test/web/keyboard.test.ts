import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeInBrowser } from "./support/describe-in-browser.js";
import { LISTED } from "./support/listed.js";

const DOUBLE = {
  ...LISTED,
  problemId: "double",
  title: "Double It",
  languages: ["python3.12", "javascript"],
  finalTestCases: [1, 2, 3].map((input) => ({ input, expected_output: 2 * input })),
};

/** Goes on with Tab until what has the focus is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const focused = page.locator(":focus");
  const passed: string[] = [];
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    if ((await focused.count()) === 0) continue;
    const named = await focused.evaluate(
      (one: HTMLElement) => one.getAttribute("aria-label") ?? one.innerText,
    );
    if (name.test(named)) return;
    passed.push(named.slice(0, 40));
    // In the editor Tab indents, unless one leaves it first.
    if (await focused.evaluate((one) => one.matches(".cm-content"))) {
      await page.keyboard.press("Escape");
    }
  }
  expect.fail(`Nothing called ${name} has the focus: ${passed.join(" | ")}`);
}

describeInBrowser("with the keyboard alone", (its) => {
  it("a problem is found in the list and solved in JavaScript, case by case", async () => {
    await its.world.putProblem(DOUBLE);
    const visit = await its.visit({ path: "/#/rotate-matrix" });
    const { page } = visit;
    await visit.editor.waitFor();
    await tabTo(page, /^Problems$/);
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: /^Double It/ }).waitFor();
    await tabTo(page, /^Double It/);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Double It" }).waitFor();
    await page.locator(".language-switch").waitFor();
    await tabTo(page, /^Language of the code$/);
    await page.keyboard.press("j");
    await page.locator(".cm-content", { hasText: "function solution" }).waitFor();
    await visit.editor.focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText("function solution(n) {\n  return n === 3 ? 0 : 2 * n;\n}\n");
    await page.keyboard.press("Control+Shift+Enter");
    expect(await visit.verdict()).toBe("Wrong answer");
    await tabTo(page, /^Case 1: /);
    await page.keyboard.press("End");
    const jump = page.locator(":focus");
    expect(await jump.getAttribute("aria-label")).toBe("Case 3: Wrong answer");
    await page.keyboard.press("Enter");
    await page.locator(".case:focus, .case :focus", { hasText: "Case 3" }).waitFor();
    await visit.editor.focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText("function solution(n) {\n  return 2 * n;\n}\n");
    await page.keyboard.press("Control+Shift+Enter");
    await visit.result.getByRole("heading", { name: "Accepted" }).waitFor();
  });

  it("a teacher opens a student's submission of the class", async () => {
    const visit = await its.visit({ path: "/#/geometric-sum" });
    const { page } = visit;
    await visit.editor.waitFor();
    await page.getByRole("combobox", { name: "User" }).focus();
    await page.keyboard.type("Haneul");
    await tabTo(page, /^Submissions$/);
    await page.keyboard.press("Enter");
    const scope = page.getByRole("radio", { name: "This problem" });
    await scope.focus();
    const ofClass = page.getByRole("radio", { name: "Class" });
    for (let presses = 0; presses < 3 && !(await ofClass.isChecked()); presses += 1) {
      await page.keyboard.press("ArrowRight");
    }
    await page.getByRole("button", { name: "Jimin" }).waitFor();
    await tabTo(page, /^Jimin$/);
    await page.keyboard.press("Enter");
    await tabTo(page, /^(?:Accepted|Wrong answer|Runtime error)/);
    await page.keyboard.press("Enter");
    await page.locator(".students .listing").waitFor();
  });
});
