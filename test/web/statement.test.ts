import { expect, it } from "vitest";
import { describeInBrowser } from "./support/describe-in-browser.js";

describeInBrowser("the statement of a problem", (its) => {
  it.each([
    ["en-US", "Please tell its author. This is what"],
    ["ko-KR", "출제자가 고쳐야 할 점"],
  ])("says in %s what keeps the problem from being graded", async (locale, words) => {
    await its.world.putProblem({
      problemId: "slipped",
      finalTestCases: [{ input: 1, expectedOutput: 1 }],
    });
    const visit = await its.visit({ path: "/#/slipped", locale });
    const note = await visit.page.getByRole("note").innerText();
    expect(note).toContain(words);
    expect(note).toMatch(/test case 1.*expected_output/i);
  });
});
