import { expect, it } from "vitest";
import { putSubmissions } from "../support/aws/put-submissions.js";
import { gradedSubmission } from "../support/graded-submission.js";
import { startWorld } from "../support/world.js";
import { describeInBrowser } from "./support/describe-in-browser.js";

describeInBrowser("everybody's submissions of a problem", (its) => {
  it("are seen by a student as summaries, of which only the own ones unfold", async () => {
    const { documents, tables } = its.world.stack;
    const problem = { problemId: "triangle-areas" };
    await putSubmissions(documents, tables.submissions, [
      gradedSubmission({ ...problem, userId: "student-2", author: "Seoyeon", submissionTime: 200 }),
      gradedSubmission({ ...problem, userId: "student-1", author: "Jimin", submissionTime: 100 }),
    ]);
    const visit = await its.visit({ path: "/#/triangle-areas" });
    await visit.press("Submissions");
    await visit.page.getByRole("radio", { name: "Everybody" }).check();
    await visit.page.getByRole("heading", { name: "Everybody's submissions" }).waitFor();
    const entries = visit.page.locator(".submission");
    await entries.nth(1).waitFor();
    expect((await entries.allInnerTexts()).map((text) => text.split("\n").slice(0, 2))).toEqual([
      ["Accepted", "Seoyeon"],
      ["Accepted", "Jimin"],
    ]);
    expect(await entries.first().getByRole("button").count()).toBe(0);
    await entries.nth(1).getByRole("button").click();
    await visit.page.locator(".submission .listing", { hasText: "return d" }).waitFor();
  });

  it("come page by page, and go with the next problem", async () => {
    const { documents, tables } = its.world.stack;
    const problem = { problemId: "bus-passengers", userId: "somebody", author: "Somebody" };
    await putSubmissions(
      documents,
      tables.submissions,
      Array.from({ length: 12 }, (_, submissionTime) =>
        gradedSubmission({ ...problem, submissionTime }),
      ),
    );
    const visit = await its.visit({ path: "/#/bus-passengers" });
    await visit.press("Submissions");
    await visit.page.getByRole("radio", { name: "Everybody" }).check();
    const entries = visit.page.locator(".submission");
    await entries.nth(9).waitFor();
    await visit.press("Show more");
    await entries.nth(11).waitFor();
    await visit.goTo("/#/roman-numerals/submissions");
    await visit.page.getByText("Nothing submitted yet.").waitFor();
    expect(await entries.count()).toBe(0);
  });
});

describeInBrowser(
  "where a student sees their own submissions alone",
  (its) => {
    it("nobody else's are promised, but to a teacher", async () => {
      const visit = await its.visit({ path: "/#/triangle-areas/submissions?of=everyone" });
      const scopes = visit.page.locator(".submissions-head label");
      const mine = visit.page.getByRole("radio", { name: "This problem" });
      await visit.page.getByRole("heading", { name: "My submissions" }).waitFor();
      expect(await mine.isChecked()).toBe(true);
      expect(await scopes.allInnerTexts()).toEqual(["This problem", "All problems"]);
      const user = visit.page.getByRole("combobox", { name: "User" });
      await user.selectOption("Haneul");
      await visit.page.getByRole("radio", { name: "Class" }).check();
      await visit.page.locator(".class-reading").waitFor();
      await user.selectOption("Jimin");
      await visit.page.getByRole("heading", { name: "My submissions" }).waitFor();
      expect(await mine.isChecked()).toBe(true);
      expect(await visit.page.getByRole("alert").count()).toBe(0);
    });
  },
  () => startWorld({ settings: { submissionsVisibleTo: "owner" } }),
);
