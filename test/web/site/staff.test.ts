import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { putSubmissions } from "../../support/aws/put-submissions.js";
import { gradedSubmission } from "../../support/graded-submission.js";
import { describeSite } from "../support/describe-site.js";

describeSite("a teacher who signs in", (its) => {
  it("sees the class, the code of each in it, and has its gradebook as CSV", async () => {
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
    const downloading = visit.page.waitForEvent("download");
    await visit.page.getByRole("button", { name: "One row a student" }).click();
    const gradebook = await readFile(await (await downloading).path(), "utf8");
    expect(gradebook).toContain("Mina,u-mina,sum-of-a-list");
  });

  it("is told from a student, to whom no class is offered", async () => {
    const visit = await its.signIn({ path: "/#/sum-of-a-list/submissions" });
    await visit.page.getByRole("radio", { name: "Everybody" }).waitFor();
    expect(await visit.page.getByRole("radio", { name: "Class" }).count()).toBe(0);
  });
});
