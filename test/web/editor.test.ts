import { expect, it } from "vitest";
import { describeInBrowser } from "./support/describe-in-browser.js";

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
});
