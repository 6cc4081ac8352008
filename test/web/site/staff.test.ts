import { expect, it } from "vitest";
import { putSubmissions } from "../../support/aws/put-submissions.js";
import { gradedSubmission } from "../../support/graded-submission.js";
import { describeSite } from "../support/describe-site.js";

describeSite("a teacher who signs in", (its) => {
  it("sees the class, and the code of each in it", async () => {
    const { documents, tables } = its.site.world.stack;
    await putSubmissions(documents, tables.submissions, [
      gradedSubmission({ problemId: "sum-of-a-list", userId: "u-mina", author: "Mina" }),
    ]);
    const visit = await its.arrive({ path: "/#/sum-of-a-list" });
    await visit.press("Haneul");
    await visit.press("Submissions");
    await visit.page.getByRole("radio", { name: "Class" }).check();
    await visit.page.getByText("1 submission by 1 student").waitFor();
    await visit.page.getByRole("button", { name: "Mina" }).click();
    await visit.page.locator(".students .submission button").first().click();
    await visit.page.locator(".students .listing", { hasText: "return" }).waitFor();
  });

  it("is told from a student, to whom no class is offered", async () => {
    const visit = await its.signIn({ path: "/#/sum-of-a-list/submissions" });
    await visit.page.getByRole("radio", { name: "Everybody" }).waitFor();
    expect(await visit.page.getByRole("radio", { name: "Class" }).count()).toBe(0);
  });
});
