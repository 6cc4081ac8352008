import { expect, it } from "vitest";
import { describeInBrowser } from "./support/describe-in-browser.js";

const CASES = [
  { input: { rows: [1] }, expected_output: { rows: [1, null] }, visibility: "sample", name: "one" },
  { input: { rows: [] }, expected_output: { rows: [] }, visibility: "hidden", points: 2 },
  { input: { rows: [3] }, expected_output: { rows: [3] }, visibility: "hidden", group: "threes" },
  { input: { rows: [3] }, expected_output: { rows: [4] }, visibility: "sample" },
];

describeInBrowser("a graded submission", (its) => {
  const open = async (cases: readonly unknown[] = CASES) => {
    const groups = [{ id: "threes", points: 5, scoring: "all" }];
    await its.world.putProblem({ problemId: "rows", groups, finalTestCases: cases });
    return its.visit({ path: "/#/rows" });
  };

  it("shows of a sample what went in, was expected and came back, and where it differs", async () => {
    const visit = await open();
    await visit.write(
      'def solution(data):\n    return {"rows": [1, False] if len(data["rows"]) else [0]}\n',
    );
    await visit.press("Submit");
    expect(await visit.verdict()).toBe("Wrong answer");
    const cases = await visit.cases();
    expect(cases.map((text) => text.split(/\s*\n\s*/)[0])).toEqual([
      "Case 1",
      "Case 4",
      "Case 2",
      "Case 3",
    ]);
    const [first = "", , hidden = ""] = cases;
    expect(first).toMatch(/MB\s+one · 1 point\s/);
    expect(first).toMatch(/Input\s+\{"rows": \[1\]\}/);
    expect(first).toMatch(/Expected\s+\{"rows": \[1, None\]\}/);
    expect(first).toMatch(/Returned\s+\{"rows": \[1, False\]\}/);
    expect(first).toMatch(/Differs at\s+\["rows"\]\[1\]/);
    const marks = visit.result.locator(".case").first().locator("mark");
    expect(await marks.allInnerTexts()).toEqual(["None", "False"]);
    expect(hidden).toMatch(/Hidden\s+2 points$/);
  });

  it("shows what was earned, by groups", async () => {
    const visit = await open();
    await visit.write("def solution(data):\n    return data\n");
    await visit.press("Submit");
    await visit.verdict();
    expect(await visit.result.innerText()).toContain("2 of 4 cases passed · 7 of 9 points");
    const rows = visit.result.getByRole("row");
    expect(await rows.allInnerTexts()).toEqual([
      expect.stringMatching(/Group\s+Cases\s+Points/),
      expect.stringMatching(/Others\s+1\/3\s+2\/4/),
      expect.stringMatching(/threes\s+1\/1\s+5\/5/),
    ]);
  });

  it("of a problem with points but no groups tells them without a table", async () => {
    await its.world.putProblem({
      problemId: "ungrouped",
      finalTestCases: [
        { input: 1, expected_output: 1, points: 3 },
        { input: 2, expected_output: 1, points: 1 },
      ],
    });
    const visit = await its.visit({ path: "/#/ungrouped" });
    await visit.write("def solution(data):\n    return data\n");
    await visit.press("Submit");
    await visit.verdict();
    const text = await visit.result.innerText();
    expect(text).toContain("1 of 2 cases passed · 3 of 4 points · score 75");
    expect(text).not.toContain("Others");
    expect(await visit.result.getByRole("table").count()).toBe(0);
  });

  it("asks whether a return is missing, and shows what was printed", async () => {
    const visit = await open();
    await visit.write("def solution(data):\n    print(data)\n");
    await visit.press("Submit");
    await visit.verdict();
    const [first = ""] = await visit.cases();
    expect(first).toContain("Your function returned None: is a return missing?");
    expect(first).toMatch(/Printed \(stdout\)\s+\{'rows': \[1\]\}/);
  });

  it("tells a syntax error once, marks its line and leads there", async () => {
    const visit = await open();
    await visit.write("def solution(data):\n    total = (1 +\n    return total\n");
    await visit.press("Submit");
    expect(await visit.verdict()).toBe("Syntax error");
    const text = await visit.result.innerText();
    // For those who see it, and those who hear it.
    expect(text.match(/SyntaxError/g)).toHaveLength(2);
    expect(text).not.toMatch(/Case \d/);
    const [, line] = /Go to line (\d)/.exec(text) ?? [];
    const marked = visit.page.locator(".cm-faultLine");
    const lines = visit.page.locator(".cm-line");
    expect(await marked.innerText()).toBe(await lines.nth(Number(line) - 1).innerText());
    await visit.press(`Go to line ${line}`);
    await visit.page.keyboard.type("#");
    expect(await lines.nth(Number(line) - 1).innerText()).toMatch(/^#/);
    await expect.poll(() => marked.count()).toBe(0);
    await visit.result.getByText("before you changed it").waitFor();
  });

  it("says once of cases that were not run why", async () => {
    const many = Array.from({ length: 14 }, () => ({ input: 1, expected_output: 1 }));
    await its.world.putProblem({
      problemId: "many",
      timeLimitSeconds: 0.1,
      finalTestCases: many,
    });
    const visit = await its.visit({ path: "/#/many" });
    await visit.write("def solution(data):\n    while True:\n        pass\n");
    await visit.press("Submit");
    expect(await visit.verdict()).toBe("Time limit exceeded");
    const listed = (await visit.cases()).length;
    expect(listed).toBeLessThan(14);
    await visit.result.getByText(/\d more cases? w(?:as|ere) not run/).waitFor();
  });
});
