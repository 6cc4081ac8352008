import { expect, it } from "vitest";
import { describeInBrowser } from "./support/describe-in-browser.js";
import { holdIdleWork } from "./support/hold-idle-work.js";
import type { Visit } from "./support/visit.js";

const RIGHT = "def solution(numbers):\n    return sum(numbers)\n";

/** Has files of the page be gone, by the beginnings of their names. */
async function lose({ page }: Visit, ...names: readonly string[]): Promise<() => Promise<void>> {
  const lost = new RegExp(`/page/(?:${names.join("|")})-[A-Z0-9]{8}\\.js(?:\\?|$)`);
  await page.route(lost, (route) => route.fulfill({ status: 404, body: "gone" }));
  return () => page.unroute(lost);
}

describeInBrowser("a part of the page that cannot be loaded", (its) => {
  const open = async (path = "/#/sum-of-a-list") => {
    const visit = await its.visit({ path: "/nosuch" });
    const idle = await holdIdleWork(visit.page);
    return { visit, idle, arrive: () => visit.goTo(path) };
  };
  const tellsAndMends = async (visit: Visit, sentence: string, findAll: () => Promise<void>) => {
    const alert = visit.page.getByRole("alert").filter({ hasText: sentence });
    await alert.waitFor();
    // It is still not there, and each try is made twice.
    let failed = 0;
    visit.page.on("response", (answer) => {
      if (answer.status() === 404) failed += 1;
    });
    await alert.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => failed).toBeGreaterThan(1);
    await alert.waitFor();
    await findAll();
    await alert.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => alert.count()).toBe(0);
  };

  it.each(["page", "english"])("is told of by the document itself: %s", async (name) => {
    const { visit } = await open();
    const { page } = visit;
    const find = await lose(visit, name);
    await page.addInitScript(() => {
      addEventListener("DOMContentLoaded", () => {
        for (const animation of document.getAnimations()) animation.pause();
        document.querySelector<HTMLElement>(".not-loaded")?.setAttribute("data-paused", "");
      });
    });
    await page.goto(`${its.world.url}/#/sum-of-a-list`);
    const sentence = page.getByText("Check your connection, then reload the page.");
    if (name === "page") {
      await page.locator(".not-loaded[data-paused]").waitFor({ state: "attached" });
      expect(await sentence.isVisible()).toBe(false);
      // As after some seconds.
      await page.evaluate(() => {
        for (const animation of document.getAnimations()) animation.finish();
      });
    }
    await sentence.waitFor();
    await page.getByRole("heading", { name: "페이지를 아직 불러오지 못했습니다" }).waitFor();
    await find();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Sum of a List" }).waitFor();
    expect(await sentence.count()).toBe(0);
  });

  it("is told of: its settings, which are asked for again once, however often one presses", async () => {
    const { visit } = await open();
    const { page } = visit;
    let asked = 0;
    await page.route("**/settings.json", (route) => {
      asked += 1;
      return asked === 1 ? route.fulfill({ status: 503 }) : route.continue();
    });
    await visit.goTo("/#/sum-of-a-list");
    await page.getByRole("heading", { name: "The page could not be loaded" }).waitFor();
    const again = page.getByRole("button", { name: "Try again" });
    await again.evaluate((one: HTMLElement) => {
      one.click();
      setTimeout(() => one.click());
    });
    await visit.editor.waitFor();
    expect(asked).toBe(2);
  });

  it.each(["code-editor", "python-mode"])("is told of: the editor's %s", async (name) => {
    const { visit, arrive } = await open();
    const find = await lose(visit, name);
    await arrive();
    await tellsAndMends(visit, "The editor could not be loaded.", find);
    await visit.write(RIGHT);
  });

  it("is told of: suggestions and search, without which one can write", async () => {
    const { visit, arrive } = await open();
    await arrive();
    const find = await lose(visit, "python-assistance");
    await visit.write("pri");
    await visit.editor.click();
    await tellsAndMends(visit, "Suggestions could not be loaded", find);
    await visit.editor.press("End");
    await visit.editor.press("n");
    await visit.page.getByRole("option", { name: "print" }).waitFor();
    const findSearch = await lose(visit, "search");
    await visit.editor.press("Control+f");
    await tellsAndMends(visit, "What searches could not be loaded.", findSearch);
    await visit.page.getByRole("textbox", { name: "Find" }).waitFor();
  });

  it("is told of: another language's words", async () => {
    const { visit, arrive } = await open();
    await arrive();
    const find = await lose(visit, "korean");
    await visit.press("한국어");
    await tellsAndMends(visit, "Korean could not be loaded.", find);
    await visit.page.getByRole("button", { name: "English" }).waitFor();
  });

  it("is told of: submissions, and for a teacher the class", async () => {
    const { visit, arrive } = await open();
    await arrive();
    const find = await lose(visit, "submission-list");
    await visit.press("Submissions");
    await tellsAndMends(visit, "The submissions could not be loaded.", find);
    const findClass = await lose(visit, "class-submissions");
    await visit.page.getByRole("combobox", { name: "User" }).selectOption("Haneul");
    await visit.page.getByRole("radio", { name: "Class" }).check();
    await tellsAndMends(visit, "The submissions could not be loaded.", findClass);
    await visit.page.locator(".class-reading").waitFor();
  });

  it("hides no verdict: it is told in a sentence, and shown as soon as that can be had", async () => {
    const { visit, arrive } = await open();
    await arrive();
    const find = await lose(visit, "run-report");
    await visit.write(RIGHT);
    await visit.press("Submit");
    await tellsAndMends(visit, "Accepted. 8 of 8 cases passed", find);
    expect(await visit.verdict()).toBe("Accepted");
  });

  it("leaves a run on examples to be made again, when what judges it is missing", async () => {
    const { visit, arrive } = await open();
    await arrive();
    const find = await lose(visit, "ran-outcome");
    await visit.write(RIGHT);
    await visit.press("Run");
    await tellsAndMends(visit, "The code could not be run.", find);
    expect(await visit.verdict()).toMatch(/passed|Accepted/);
  });

  it("is of no account where verdicts are shown: that came while nobody did anything", async () => {
    const { visit, idle, arrive } = await open();
    await arrive();
    await visit.write(RIGHT);
    const parts = /\/(?:run-report|ran-case|ran-outcome)-[A-Z0-9]{8}\.js$/;
    const came = () => [...visit.answered.keys()].filter((path) => parts.test(path));
    expect(came()).toEqual([]);
    await idle.letGo();
    await expect.poll(() => came().length).toBe(3);
    // With all that they import.
    const imports = came().map((path) => `import(${JSON.stringify(path)})`);
    await visit.page.evaluate(`Promise.all([${imports}])`);
    await visit.page.route("**/page/*.js", (route) => route.abort());
    await visit.press("Run");
    await visit.verdict();
    await visit.press("Submit");
    await visit.result
      .getByText(/points/)
      .first()
      .waitFor();
    expect(await visit.verdict()).toBe("Accepted");
  });
});
