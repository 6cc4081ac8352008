import type { Request } from "playwright-core";
import { expect, it } from "vitest";
import { putSubmissions } from "../support/aws/put-submissions.js";
import { gradedSubmission } from "../support/graded-submission.js";
import { describeInBrowser } from "./support/describe-in-browser.js";

describeInBrowser("the submissions", (its) => {
  it("are one's own, of the open problem or of all", async () => {
    const visit = await its.visit({ path: "/#/geometric-sum" });
    await visit.press("Submissions");
    const entries = visit.page.locator(".submission");
    await entries.first().waitFor();
    expect((await entries.allInnerTexts()).map((text) => text.split("\n")[0])).toEqual([
      "Accepted",
      "Wrong answer",
      "Runtime error",
    ]);
    await visit.page.getByRole("radio", { name: "All problems" }).check();
    await entries.nth(4).waitFor();
    expect((await entries.allInnerTexts()).map((text) => text.split("\n")[1])).toEqual([
      "Quarter Turns",
      "Quarter Turns",
      "Sum of Powers",
      "Sum of Powers",
      "Sum of Powers",
    ]);
  });

  it("are where the address says: of whom, and which is unfolded, with Back as one came", async () => {
    const visit = await its.visit({ path: "/#/geometric-sum" });
    const { page } = visit;
    const entries = page.locator(".submission");
    const hash = () => page.evaluate(() => location.hash);
    const isChosen = (name: string) => page.getByRole("radio", { name }).isChecked();
    await visit.press("Submissions");
    await entries.nth(2).waitFor();
    await page.getByRole("radio", { name: "All problems" }).check();
    await entries.nth(4).waitFor();
    await page.getByRole("button", { name: /^Runtime error/ }).click();
    await page.locator(".submission .listing").waitFor();
    expect(await hash()).toMatch(/^#\/geometric-sum\/submissions\/[\w-]+\?of=all$/);
    await page.reload();
    await page.locator(".submission .listing").waitFor();
    expect(await isChosen("All problems")).toBe(true);
    await visit.press("Statement");
    await visit.press("Submissions");
    expect(await hash()).toBe("#/geometric-sum/submissions?of=all");
    await page.goBack();
    await page.goBack();
    await page.locator(".submission .listing").waitFor();
    expect(await isChosen("All problems")).toBe(true);
    await page.goBack();
    await expect.poll(() => isChosen("This problem")).toBe(true);
    await expect.poll(() => entries.count()).toBe(3);
    await page.goBack();
    await page.getByRole("article").waitFor();
    expect(await hash()).toBe("#/geometric-sum");
  });

  it("show their code and their cases, and give the code back to the editor", async () => {
    const visit = await its.visit({ path: "/#/geometric-sum" });
    await visit.write("# mine\n");
    await visit.press("Submissions");
    const fails = Promise.withResolvers<void>();
    const failed = visit.page.waitForResponse((answer) => answer.status() === 404);
    await visit.page.route(
      /\/submissions\/[\w-]+$/,
      async (route) => {
        await fails.promise;
        await route.fulfill({ status: 404, json: { error: "No", code: "SubmissionNotFound" } });
      },
      { times: 1 },
    );
    const entry = visit.page.getByRole("button", { name: /^Runtime error/ });
    // What comes of the first time is nothing to the second.
    for (let times = 0; times < 3; times += 1) await entry.click();
    const code = visit.page.getByRole("group", { name: "Code", exact: true }).filter({
      hasText: "Use the closed formula",
    });
    await code.first().waitFor();
    fails.resolve();
    await failed;
    expect(await code.first().innerText()).toContain("// (base - 1)");
    await visit.page.getByText("15 cases", { exact: true }).click();
    await visit.page.getByText("ZeroDivisionError: integer division").first().waitFor();
    await visit.press("Put this code into the editor");
    expect(await visit.editor.innerText()).toContain("Use the closed formula");
    await visit.press("Bring my code back");
    expect(await visit.editor.innerText()).toContain("# mine");
  });

  it("belong to the user who is chosen, and so does the code that is being written", async () => {
    const visit = await its.visit({ path: "/#/balanced-brackets" });
    await visit.write("# Jimin's\n");
    await visit.press("Submissions");
    await visit.page.getByText("Nothing submitted yet.").waitFor();
    await visit.page.getByRole("combobox", { name: "User" }).selectOption("Seoyeon");
    await visit.page.getByRole("button", { name: /^Wrong answer/ }).waitFor();
    expect(await visit.editor.innerText()).toContain("def solution(data)");
    await visit.page.getByRole("combobox", { name: "User" }).selectOption("Jimin");
    expect(await visit.editor.innerText()).toContain("# Jimin's");
    await visit.page.getByText("Nothing submitted yet.").waitFor();
  });

  it("grow by what is submitted, and come page by page", async () => {
    const { documents, tables } = its.world.stack;
    const theirs = { problemId: "pair-sum-indices", userId: "student-2", author: "Seoyeon" };
    await putSubmissions(
      documents,
      tables.submissions,
      Array.from({ length: 10 }, () => gradedSubmission(theirs)),
    );
    const visit = await its.visit({ path: "/#/pair-sum-indices" });
    await visit.page.getByRole("combobox", { name: "User" }).selectOption("Seoyeon");
    await visit.press("Submissions");
    const entries = visit.page.locator(".submission");
    await entries.nth(9).waitFor();
    expect(await visit.page.getByRole("button", { name: "Show more" }).count()).toBe(0);
    await visit.press("Submit");
    await visit.press("Show more");
    await visit.page.waitForFunction(() => document.querySelectorAll(".submission").length === 11);
    expect(await visit.page.getByRole("button", { name: "Show more" }).count()).toBe(0);
    const ids = await entries.evaluateAll((all) =>
      all.map((one) => one.querySelector("time")?.dateTime),
    );
    expect(ids).toEqual([...ids].sort().reverse());
  });

  it("of one problem are never shown as those of another that was gone on to meanwhile", async () => {
    const visit = await its.visit({ path: "/#/geometric-sum" });
    const { page } = visit;
    await visit.editor.waitFor();
    const held = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    const isOfFirst = ({ pathname, searchParams }: URL) =>
      pathname === "/submissions" && searchParams.get("problemId") === "geometric-sum";
    await page.route(isOfFirst, async (route) => {
      asked.resolve();
      await held.promise;
      // Nobody may be waiting for it any longer.
      await route.continue().catch(() => {});
    });
    const isAskedFor = (request: Request) => isOfFirst(new URL(request.url()));
    const ended = [
      page.waitForEvent("requestfinished", isAskedFor),
      page.waitForEvent("requestfailed", isAskedFor),
    ];
    await visit.press("Submissions");
    await asked.promise;
    await page.evaluate(() => {
      location.hash = "#/gone/submissions";
    });
    held.resolve();
    await Promise.race(ended);
    await page.getByText("Nothing submitted yet.").waitFor();
    expect(await page.locator(".submission").count()).toBe(0);
  });

  it("mark the problems that are solved or tried", async () => {
    const visit = await its.visit({ path: "/#/rotate-matrix" });
    await visit.press("Problems");
    const titled = (title: string) => visit.page.getByRole("link", { name: new RegExp(title) });
    await titled("Quarter Turns").getByText("Solved").waitFor();
    expect(await titled("Balanced Brackets").innerText()).not.toMatch(/Solved|Tried/);
    await visit.page.getByRole("combobox", { name: "User" }).selectOption("Seoyeon");
    await titled("Balanced Brackets").getByText("Tried").waitFor();
  });

  it("aside, code that the browser cannot keep is said to be in danger", async () => {
    const visit = await its.visit({ path: "/#/savings-plan" });
    await visit.editor.waitFor();
    await visit.page.evaluate(() => {
      for (let size = 2 ** 20; size >= 1; size /= 2) {
        try {
          for (;;) localStorage.setItem(`full/${localStorage.length}`, "x".repeat(size));
        } catch {
          // Now the smaller ones.
        }
      }
    });
    await visit.write(`# ${"long ".repeat(100)}\n`);
    await visit.page.getByRole("alert").getByText("keeps nothing more").waitFor();
    await visit.page.evaluate(() => localStorage.clear());
    await visit.write("# short\n");
    await expect.poll(() => visit.page.getByRole("alert").count()).toBe(0);
  });

  it("aside, whatever was written is there again after a reload", async () => {
    const visit = await its.visit({ path: "/#/savings-plan" });
    await visit.write("# not lost\n");
    await visit.page.getByRole("radio", { name: "My inputs" }).check();
    await visit.page.getByRole("textbox", { name: /^My inputs/ }).fill("[3.50");
    await visit.page.reload();
    expect(await visit.editor.innerText()).toContain("# not lost");
    const field = visit.page.getByRole("textbox", { name: /^My inputs/ });
    expect(await field.inputValue()).toBe("[3.50");
    const other = visit.page.getByRole("combobox", { name: "User" });
    const own = visit.page.getByRole("radio", { name: "My inputs" });
    const [mine = "", theirs = ""] = await other.locator("option").allInnerTexts();
    await other.selectOption(theirs);
    await expect.poll(() => own.isChecked()).toBe(false);
    await other.selectOption(mine);
    await expect.poll(() => own.isChecked()).toBe(true);
    await visit.goTo("/#/rotate-matrix");
    await visit.page.getByRole("heading", { name: "Quarter Turns" }).waitFor();
    expect(await own.isChecked()).toBe(false);
    await visit.goTo("/#/savings-plan");
    await visit.page.getByRole("heading", { name: "Savings Plan" }).waitFor();
    expect(await field.inputValue()).toBe("[3.50");
    await visit.press("Start over");
    expect(await visit.editor.innerText()).toContain("monthlyDeposit");
    await visit.editor.press("x");
    await visit.page.reload();
    await visit.press("Bring my code back");
    expect(await visit.editor.innerText()).toContain("# not lost");
    await visit.press("Submit");
    await visit.verdict();
    expect(await visit.page.getByRole("button", { name: "Bring my code back" }).count()).toBe(0);
  });
});
