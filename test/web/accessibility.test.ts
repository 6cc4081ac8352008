import { expect, it } from "vitest";
import { putSubmissions } from "../support/aws/put-submissions.js";
import { gradedSubmission } from "../support/graded-submission.js";
import { expectAccessible } from "./support/accessibility.js";
import { describeInBrowser } from "./support/describe-in-browser.js";

const BOTH = {
  problemId: "both",
  languages: ["python3.12", "javascript"],
  description:
    'Give it back. See [why](https://elsewhere.example).\n\n## Example\n\n```json\n{"a": [null, true]}\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
  starterCode: "def solution(data):\n    return data\n",
  timeLimitSeconds: 1,
  finalTestCases: [
    { input: { a: [1, "가"] }, expected_output: 1, visibility: "sample" },
    { input: 2, expected_output: 2, visibility: "sample" },
    { input: 3, expected_output: 3 },
    { input: 4, expected_output: 5, visibility: "hidden" },
    { input: 5, expected_output: 5, visibility: "hidden" },
  ],
};

const CODES = {
  "is accepted":
    "def solution(data):\n    return {'a': 1}.get('a') if isinstance(data, dict) else max(data, 5) if data == 4 else data\n",
  "is wrong": "def solution(data):\n    print('out ' * 40)\n    return [data, 'x' * 30]\n",
  raises:
    "import sys\ndef solution(data):\n    print('lost', file=sys.stderr)\n    raise ValueError(data)\n",
  "never ends": "def solution(data):\n    while data == 3:\n        pass\n    return data\n",
  "is no Python": "def solution(data):\n    return (\n",
};

describeInBrowser("by the rules of WCAG, in both languages and themes,", (its) => {
  it("the list of problems and a statement", async () => {
    const visit = await openBoth();
    const { page } = visit;
    await expectAccessible(page, "statement", page.locator("article table"));
    await visit.press("Problems");
    await page.getByText("Solved").first().waitFor();
    await expectAccessible(page, "list", page.locator(".problems").first());
  });

  it("the editor, with what opens in it", async () => {
    const visit = await openBoth();
    const { page } = visit;
    await expectAccessible(page, "Python", page.locator(".cm-content"));
    await visit.editor.press("Control+f");
    const searched = page.locator(".cm-search input").first();
    await searched.fill("data");
    await searched.press("Enter");
    await expectAccessible(page, "search", page.locator(".cm-search"));
    await page.keyboard.press("Escape");
    await visit.press("Wrap long lines");
    await visit.press("Keys");
    await expectAccessible(page, "keys", page.locator(".keys"));
    await page.keyboard.press("Escape");
    await visit.write("def solution(data):\n    my_total = 1\n    ");
    await visit.editor.press("Control+End");
    await page.locator(".cm-content[aria-autocomplete=list]").waitFor();
    await page.keyboard.type("ret");
    await expectAccessible(page, "completion", page.locator(".cm-tooltip-autocomplete"));
    await page.keyboard.press("Escape");
    await page.locator(".language-switch").selectOption("JavaScript");
    await visit.editor.getByText("function solution").waitFor();
    await expectAccessible(page, "JavaScript", page.locator(".cm-content"));
  });

  it.each(Object.entries(CODES))("the result of code that %s", async (name, code) => {
    const visit = await openBoth();
    await visit.write(code);
    await visit.press("Submit");
    await visit.verdict();
    for (const fold of await visit.result.locator("summary").all()) await fold.click();
    await expectAccessible(visit.page, name, visit.result.locator("h2"));
  });

  it("runs on inputs of one's own, with and without what should come out, and a refused one", async () => {
    const visit = await openBoth();
    const { page, result } = visit;
    await page.getByRole("radio", { name: "My inputs" }).check();
    const field = page.getByRole("textbox", { name: /^My inputs/ });
    await field.fill("1\n[2]");
    await visit.press("Run");
    await visit.verdict();
    await expectAccessible(page, "own inputs", result.locator("h2"));
    await field.fill("1 => 1\n[2] => 3");
    await visit.press("Run");
    await result.getByRole("heading", { name: "Wrong answer" }).waitFor();
    await expectAccessible(page, "own inputs, judged", result.locator("h2"));
    await field.fill("nope");
    await visit.press("Run");
    await page.getByText("Line 1: this is no value.").waitFor();
    await expectAccessible(page, "refused input", page.locator(".run-bar"));
  });

  it("a student's submissions, with one opened", async () => {
    const visit = await its.visit({ path: "/#/geometric-sum" });
    const { page } = visit;
    await visit.press("Submissions");
    await page.getByRole("button", { name: /^Runtime error/ }).click();
    await page.getByText("15 cases", { exact: true }).click();
    await page.getByText("ZeroDivisionError: integer division").first().waitFor();
    await expectAccessible(page, "submissions", page.locator(".submission .listing"));
  });

  it("a class's submissions, with a student and a submission opened", async () => {
    const { documents, tables } = its.world.stack;
    await its.world.putProblem(BOTH);
    const theirs = { problemId: "both", userId: "u-mina", author: "Mina" };
    const submissions = [gradedSubmission(theirs), gradedSubmission(theirs)];
    await putSubmissions(documents, tables.submissions, submissions);
    const visit = await its.visit({ path: "/#/both" });
    const { page } = visit;
    await page.getByRole("combobox", { name: "User" }).selectOption("Haneul");
    await visit.press("Submissions");
    await page.getByRole("radio", { name: "Class" }).check();
    await page.getByRole("button", { name: "Mina" }).click();
    await page.locator(".students .submission button").first().click();
    await expectAccessible(page, "class", page.locator(".students .listing"));
  });

  it("every view at 320 px", async () => {
    const visit = await openBoth({ width: 320, height: 640 });
    const { page } = visit;
    for (const view of ["Problems", "Statement", "Submissions", "Code"]) {
      await visit.press(view);
      await expectAccessible(page, view, page.getByRole("heading", { level: 1 }));
    }
    await visit.write(CODES["is wrong"]);
    await visit.press("Submit");
    expect(await visit.verdict()).toBe("Wrong answer");
    // What is half under what stays at the top is seen by scrolling.
    await page.evaluate(() => scrollTo(0, 0));
    await expectAccessible(page, "narrow result", visit.result.locator("h2"));
  });

  async function openBoth(viewport = { width: 1280, height: 800 }) {
    await its.world.putProblem(BOTH);
    const visit = await its.visit({ path: "/#/both", viewport });
    if (viewport.width >= 960) await visit.editor.waitFor();
    return visit;
  }
});
