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

  const SAMPLES = [
    { input: { rows: [1] }, expected_output: null, visibility: "sample" },
    { input: 2, expected_output: 22, visibility: "hidden" },
    { input: [3, "x"], expected_output: [], visibility: "sample" },
  ];
  const BLOCKS = ['{"rows": [1]}', "null", '[3, "x"]', "[]"].map(
    (text) => `\`\`\`json\n${text}\n\`\`\``,
  );
  const EXAMPLES = ["Add.", ...BLOCKS].join("\n\n");

  it("shows the samples where it does not tell them itself, in each language", async () => {
    await its.world.putProblem({
      problemId: "sampled",
      description: EXAMPLES,
      description_translated: "더하세요.",
      finalTestCases: SAMPLES,
    });
    const visit = await its.visit({ path: "/#/sampled", locale: "ko-KR" });
    const article = visit.page.getByRole("article");
    const text = await article.innerText();
    expect(text).toMatch(
      /예제 1\s+입력\s+\{"rows": \[1\]\}\s+기댓값\s+None\s+예제 2\s+입력\s+\[3, "x"\]/,
    );
    expect(text).not.toContain("22");
    await visit.press("English");
    await article.getByText("Add.").waitFor();
    expect(await article.innerText()).not.toMatch(/Example \d/);
  });

  it("of a program that nobody described shows what it reads and prints", async () => {
    await its.world.putProblem({
      problemId: "undescribed",
      io: "stdio",
      description: "",
      description_translated: "",
      finalTestCases: [{ input: "1 2\n3", expected_output: "6\n", visibility: "sample" }],
    });
    const visit = await its.visit({
      path: "/#/undescribed",
      viewport: { width: 320, height: 640 },
    });
    const text = await visit.page.getByRole("article").innerText();
    expect(text).toMatch(/no statement\.\s+Example 1\s+Input\s+1 2\n3\s+Expected\s+6/);
  });
});
