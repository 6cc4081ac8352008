import { expect, it } from "vitest";
import { putSubmissions } from "../support/aws/put-submissions.js";
import { gradedSubmission } from "../support/graded-submission.js";
import { describeInBrowser } from "./support/describe-in-browser.js";
import { LISTED } from "./support/listed.js";
import type { Visit } from "./support/visit.js";

const ECHO = "def solution(data):\n    return data\n";

/** How often the page asks for every submission of the user, and for those to list. */
function watchReadings({ page }: Visit) {
  const readings = { ofAll: 0, ofList: 0 };
  page.on("request", (request) => {
    const pageSize = new URL(request.url()).searchParams.get("pageSize");
    if (pageSize === "100") readings.ofAll += 1;
    if (pageSize === "10") readings.ofList += 1;
  });
  return readings;
}

describeInBrowser("what a user has done", (its) => {
  const put = (problemId: string, changes: Parameters<typeof gradedSubmission>[0] = {}) => {
    const { documents, tables } = its.world.stack;
    const submission = gradedSubmission({ problemId, userId: "student-1", ...changes });
    return putSubmissions(documents, tables.submissions, [submission]);
  };

  it("is marked from the verdict, without reading all of it again", async () => {
    const finalTestCases = [{ input: 1, expected_output: 1 }];
    await its.world.putProblem({ problemId: "marked", title: "Marked", finalTestCases, ...LISTED });
    const visit = await its.visit({ path: "/#/marked" });
    const readings = watchReadings(visit);
    await visit.press("Problems");
    const entry = visit.page.getByRole("link", { name: /^Marked/ });
    await visit.page.getByText("Solved").first().waitFor();
    expect(await entry.innerText()).not.toMatch(/Solved|Tried/);
    readings.ofAll = 0;
    readings.ofList = 0;
    await visit.write("def solution(data):\n    return 2\n");
    await visit.press("Submit");
    await entry.getByText("Tried").waitFor();
    await visit.write(ECHO);
    await visit.press("Submit");
    await entry.getByText("Solved").waitFor();
    await visit.write("def solution(data):\n    return 2\n");
    await visit.press("Submit");
    await expect.poll(() => readings.ofList, { timeout: 30_000 }).toBe(3);
    expect(await entry.innerText()).toContain("Solved");
    expect(readings.ofAll).toBe(0);
  });

  it("is listed anew whenever one looks at it", async () => {
    const visit = await its.visit({ path: "/#/savings-plan" });
    await visit.press("Submissions");
    await visit.page.getByText("Nothing submitted yet.").waitFor();
    await visit.press("Statement");
    await put("savings-plan");
    await visit.press("Submissions");
    await visit.page.getByRole("button", { name: /^Accepted/ }).waitFor();
  });

  it.each(["constructor", "toString", "__proto__"])("may have %s as its id", async (id) => {
    const title = `Named ${id}`;
    await its.world.putProblem({ problemId: id, title, ...LISTED });
    const visit = await its.visit({ path: `/#/${id}` });
    await visit.press("Problems");
    await visit.page.getByText("Solved").first().waitFor();
    const link = visit.page.getByRole("link", { name: title });
    expect(await link.locator(".mark").count()).toBe(0);
    await put(id, { submissionId: id, userCode: `# code of ${id}\n` });
    await visit.press("Submissions");
    const entry = visit.page.getByRole("button", { name: /^Accepted/ });
    expect(await entry.getAttribute("aria-expanded")).toBe("false");
    await entry.click();
    await visit.page.getByText(`# code of ${id}`).waitFor();
    await visit.page.reload();
    await visit.press("Problems");
    await link.getByText("Solved").waitFor();
  });
});
