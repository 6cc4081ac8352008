import { expect, it } from "vitest";
import { describeInBrowser } from "./support/describe-in-browser.js";
import { Visit } from "./support/visit.js";

const PATH = "/#/rotate-matrix";

describeInBrowser("two tabs", (its) => {
  async function twoTabs(): Promise<readonly [Visit, Visit]> {
    const one = await its.visit({ path: PATH });
    await one.editor.waitFor();
    const other = await Visit.begin(one.context, its.world.url);
    await other.goTo(PATH);
    await other.editor.waitFor();
    return [one, other];
  }

  const notice = ({ page }: Visit) => page.getByText("This code was changed in another tab.");

  it("tell each other what they wrote, and either can be gone on with", async () => {
    const [one, other] = await twoTabs();
    await one.write("# of one\n");
    await notice(other).waitFor();
    await other.press("Show that code");
    await other.editor.getByText("# of one").waitFor();
    await notice(other).waitFor({ state: "hidden" });
    await other.write("# of the other\n");
    await notice(one).waitFor();
    await one.press("Keep this code");
    await notice(other).waitFor();
    await one.page.reload();
    await one.editor.getByText("# of one").waitFor();
    await one.press("Bring my code back");
    await one.editor.getByText("# of the other").waitFor();
  });

  it("lose nothing of each other where one writes without having looked", async () => {
    const [one, other] = await twoTabs();
    await one.write("# of one\n");
    await notice(other).waitFor();
    await other.write("# of the other\n");
    await notice(one).waitFor();
    await one.page.reload();
    await one.editor.getByText("# of the other").waitFor();
    await one.press("Bring my code back");
    await one.editor.getByText("# of one").waitFor();
  });

  it("keep their own inputs apart from the code of the other", async () => {
    const [one, other] = await twoTabs();
    await one.page.getByRole("radio", { name: "My inputs" }).check();
    await one.page.getByRole("textbox", { name: /^My inputs/ }).fill("[42]");
    await other.write("# of the other\n");
    await other.page.reload();
    await other.editor.getByText("# of the other").waitFor();
    const field = other.page.getByRole("textbox", { name: /^My inputs/ });
    expect(await field.inputValue()).toBe("[42]");
  });
});

describeInBrowser("a browser whose storage is full", (its) => {
  it("has what was written nowhere else on this page, until there is room again", async () => {
    const visit = await its.visit({ path: PATH });
    const { page } = visit;
    await visit.editor.waitFor();
    await page.evaluate(() => {
      for (let size = 2 ** 20; size >= 1; size /= 2) {
        try {
          for (;;) localStorage.setItem(`full/${localStorage.length}`, "x".repeat(size));
        } catch {
          // Now the smaller ones.
        }
      }
    });
    const code = `# ${"long ".repeat(100)}\n`;
    await visit.write(code);
    await page.getByRole("alert").getByText("keeps nothing more").waitFor();
    await page.evaluate(() => {
      location.hash = "#/savings-plan";
    });
    await page.getByRole("heading", { level: 1, name: "Savings Plan" }).waitFor();
    const question = page.waitForEvent("dialog");
    await page.close({ runBeforeUnload: true });
    const dialog = await question;
    expect(dialog.type()).toBe("beforeunload");
    await dialog.dismiss();
    await page.evaluate(() => {
      for (const name of Object.keys(localStorage)) {
        if (name.startsWith("full/")) localStorage.removeItem(name);
      }
      location.hash = "#/rotate-matrix";
    });
    await visit.editor.getByText("# long long").waitFor();
    await visit.editor.press("Control+End");
    await page.keyboard.type("#");
    await page.getByRole("alert").waitFor({ state: "hidden" });
    await page.reload();
    await visit.editor.getByText("# long long").waitFor();
  });
});
