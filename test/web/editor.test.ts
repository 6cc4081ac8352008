import { expect, it } from "vitest";
import { describeInBrowser } from "./support/describe-in-browser.js";
import type { Visit } from "./support/visit.js";

describeInBrowser("the editor", (its) => {
  it("folds a function, and keeps the code as it is", async () => {
    const visit = await its.visit({ path: "/#/rotate-matrix" });
    await visit.write("def solution(data):\n    return data['matrix']\n\n\nx = 1\n");
    await visit.page.getByTitle("Fold line", { exact: true }).filter({ visible: true }).click();
    await expect.poll(() => visit.editor.innerText()).not.toContain("matrix");
    await visit.page.getByTitle("Unfold line").filter({ visible: true }).click();
    await expect.poll(() => visit.editor.innerText()).toContain("return data['matrix']");
  });

  it("has letters of the size that one likes and wraps long lines, also after a reload", async () => {
    const visit = await its.visit({ path: "/#/rotate-matrix" });
    await visit.write(`x = [${"1, ".repeat(300)}]\n`);
    const line = visit.page.locator(".cm-line").first();
    const height = async () => (await line.boundingBox())?.height ?? 0;
    const low = await height();
    await visit.press("Larger letters");
    await expect.poll(height).toBeGreaterThan(low);
    await visit.press("Wrap long lines");
    await expect.poll(height).toBeGreaterThan(3 * low);
    await visit.page.reload();
    await expect.poll(height).toBeGreaterThan(3 * low);
  });

  it("suggests keywords, builtins and one's own names, and leaves Enter and Escape as they are", async () => {
    const visit = await its.visit({ path: "/#/rotate-matrix" });
    const { page } = visit;
    const options = page.getByRole("listbox", { name: "Completions" }).getByRole("option");
    await visit.write("def solution(data):\n    my_total = 1\n    ");
    await beginWriting(visit);
    await page.keyboard.type("ret");
    await expect.poll(() => options.allInnerTexts()).toContain("return");
    await page.keyboard.press("Tab");
    await expect.poll(() => visit.editor.innerText()).toMatch(/return$/);
    await page.keyboard.type(" my_");
    await expect.poll(() => options.allInnerTexts()).toEqual(["my_total"]);
    await page.keyboard.press("Enter");
    await page.keyboard.type("enum");
    await expect.poll(() => options.allInnerTexts()).toContain("enumerate");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => visit.editor.innerText()).toMatch(/return my_\n+ +enumerate$/);
    await page.keyboard.type("x");
    await page.keyboard.press("Control+ ");
    await page.keyboard.press("Escape");
    await expect.poll(() => options.count()).toBe(0);
    await page.keyboard.press("Tab");
    await expect.poll(() => isInEditor(visit)).toBe(false);
  });

  it("suggests nothing inside of texts and numbers", async () => {
    const visit = await its.visit({ path: "/#/rotate-matrix" });
    await visit.write("total = 12\ntext = 'tot");
    await beginWriting(visit);
    await visit.page.keyboard.type("a");
    await visit.page.keyboard.press("Control+ ");
    await visit.page.keyboard.press("End");
    await visit.page.keyboard.type("'\n1");
    const list = visit.page.getByRole("listbox", { name: "Completions" });
    await expect.poll(() => visit.editor.innerText()).toMatch(/'tota'\n+1$/);
    expect(await list.count()).toBe(0);
    await visit.page.keyboard.type("\ntot");
    await list.getByRole("option", { name: "total" }).waitFor();
  });

  it("finds and replaces, with what does that loaded when it is first wanted", async () => {
    const visit = await its.visit({ path: "/#/rotate-matrix", locale: "ko-KR" });
    const { page } = visit;
    await visit.write("first = 1\nprint(first)\n");
    const files = () => [...visit.answered.keys()].filter((path) => path.includes("/search-"));
    expect(files()).toEqual([]);
    await visit.editor.press("Control+f");
    await page.getByRole("textbox", { name: "찾을 말" }).fill("first");
    expect(files()).toHaveLength(1);
    await page.getByRole("textbox", { name: "바꿀 말" }).fill("second");
    await page.getByRole("button", { name: "모두 바꾸기" }).press("Enter");
    await expect.poll(() => visit.editor.innerText()).toContain("second = 1\nprint(second)");
    await page.keyboard.press("Escape");
    await expect.poll(() => isInEditor(visit)).toBe(true);
    await visit.press("코드에서 찾기");
    await page.getByRole("textbox", { name: "찾을 말" }).waitFor();
  });

  it("goes on finding in the other language, where one looks for something", async () => {
    const visit = await its.visit({ path: "/#/rotate-matrix" });
    const { page } = visit;
    await visit.write("first = 1\n");
    await visit.editor.press("Control+f");
    await page.getByRole("textbox", { name: "Find" }).fill("first");
    // In Safari a button that is pressed takes no focus.
    await page.getByRole("button", { name: "한국어" }).evaluate((one: HTMLElement) => one.click());
    const field = page.getByRole("textbox", { name: "찾을 말" });
    await field.waitFor();
    expect(await field.inputValue()).toBe("first");
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe("first");
    await field.fill("not looked for yet");
    await page.evaluate(() => {
      location.hash = "#/savings-plan";
    });
    await page.getByText("monthlyDeposit").first().waitFor();
    expect(await field.count()).toBe(0);
  });

  it("tells its keys, also once there is a result", async () => {
    const visit = await its.visit({ path: "/#/rotate-matrix" });
    await visit.press("Run");
    await visit.verdict();
    await visit.press("Keys");
    const list = visit.page.locator(".keys");
    await list.getByText("find and replace").waitFor();
    expect(await list.innerText()).toContain("leave the editor");
    await visit.page.keyboard.press("Escape");
    await list.waitFor({ state: "hidden" });
  });

  it("closes brackets and quotes that are opened", async () => {
    const visit = await its.visit({ path: "/#/rotate-matrix" });
    await visit.write("");
    await beginWriting(visit);
    await visit.page.keyboard.type("x = [(1, 2");
    await expect.poll(() => visit.editor.innerText()).toBe("x = [(1, 2)]");
  });
});

/** Puts the cursor behind the code, and waits for what helps there. */
async function beginWriting({ editor, page }: Visit): Promise<void> {
  await editor.press("Control+End");
  await page.locator(".cm-content[aria-autocomplete=list]").waitFor();
}

const isInEditor = ({ page }: Visit) =>
  page.evaluate(() => document.activeElement?.classList.contains("cm-content"));
