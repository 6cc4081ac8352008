import { expect, it } from "vitest";
import { loadSeedProblems } from "../../dev/seed/seed-problems.js";
import { describeInBrowser } from "./support/describe-in-browser.js";
import type { Visit } from "./support/visit.js";

const problems = new Map((await loadSeedProblems()).map((one) => [one.item.problemId, one]));
const seeded = (id: string) => problems.get(id) ?? expect.fail(`There is no ${id}`);

const SHAPES: readonly [string, RegExp, string][] = [
  ["closest-number", /find_closest\(numbers, target\)/, "Accepted"],
  ["merge-intervals", /method of class Solution[\s\S]*merge\(intervals/, "Accepted"],
  ["bus-passengers", /reads standard input and prints/, "Accepted"],
  // What a checker says only the service knows.
  ["course-order", /order_courses\(count, before\)/, "Returned a value"],
];

const ownInputs = async ({ page }: Visit, text: string) => {
  await page.getByRole("radio", { name: "My inputs" }).check();
  await page.getByRole("textbox", { name: /^My inputs/ }).fill(text);
};

describeInBrowser("a problem of another shape", (its) => {
  it.each(SHAPES)(
    "%s says how it is called, and runs and grades its solution",
    async (id, called, ran) => {
      const visit = await its.visit({ path: `/#/${id}` });
      expect(await visit.page.locator(".calling").innerText()).toMatch(called);
      await visit.write(seeded(id).modelSolution);
      await visit.press("Run");
      expect(await visit.verdict()).toBe(ran);
      await visit.press("Submit");
      await visit.result.locator(".verdict-facts", { hasText: "100" }).waitFor();
      expect(await visit.verdict()).toBe("Accepted");
    },
  );

  it("that is a program takes texts, and shows what it printed as its answer", async () => {
    const visit = await its.visit({ path: "/#/bus-passengers" });
    await visit.write("print(input())\nprint('and', input())\n");
    await ownInputs(visit, "1\n2\n---\na b\n c\n=>\na b\nand d\n");
    await visit.press("Run");
    expect(await visit.verdict()).toBe("Wrong answer");
    const [wrong = "", other = ""] = await visit.cases();
    expect(wrong).toMatch(/Input 2[\s\S]+Expected\s+a b\s+and d\s+Printed\s+a b\s+and {2}c/);
    expect(wrong).toMatch(/Differs at\s+line 2/);
    expect(other).toMatch(/Input 1[\s\S]+Input\s+1\s+2\s+Printed\s+1\s+and 2/);
    expect(other).not.toContain("stdout");
  });

  it("that is a program is said to print, not to return", async () => {
    const visit = await its.visit({ path: "/#/bus-passengers" });
    await visit.write("line = input()\nif line:\n    print(line)\n");
    await ownInputs(visit, "1\n---\n\n");
    await visit.press("Run");
    expect(await visit.verdict()).toBe("Printed its output");
    const cases = await visit.cases();
    expect(cases[0]).toMatch(/^Input 1\s+Printed its output/);
    expect(cases[1]).toMatch(/^Input 2\s+Printed nothing/);
    await ownInputs(visit, "\n");
    await visit.press("Run");
    await visit.result.getByRole("heading", { name: "Printed nothing" }).waitFor();
    await visit.press("한국어");
    await expect.poll(() => visit.verdict()).toBe("출력 없음");
    expect(await visit.result.innerText()).not.toMatch(/반환/);
  });

  it("takes arguments side by side or by name, and refuses what it cannot be called with", async () => {
    const visit = await its.visit({ path: "/#/closest-number" });
    await visit.write("def find_closest(numbers, target):\n    return [target, numbers]\n");
    await ownInputs(visit, "numbers = (1, 2), target = None => [None, [1, 2]]\n[1], 2");
    await visit.press("Run");
    await visit.page.getByText("Line 2: name all arguments").waitFor();
    await ownInputs(visit, "numbers = (1, 2), target = None => [None, [1, 2]]");
    await visit.press("Run");
    expect(await visit.verdict()).toBe("Accepted");
    await visit.goTo("/#/merge-intervals");
    await visit.page.getByRole("heading", { name: "Joining Appointments" }).waitFor();
    await ownInputs(visit, "[[1, 2]], 0");
    await visit.press("Run");
    await visit.verdict();
    expect((await visit.cases())[0]).toMatch(/Input\s+\[\[\[1, 2\]\], 0\]/);
  });

  it("gives a case that failed over to one's own inputs, with what is expected", async () => {
    const visit = await its.visit({ path: "/#/sum-of-a-list" });
    await visit.press("Submit");
    expect(await visit.verdict()).toBe("Wrong answer");
    await ownInputs(visit, "[4]");
    await visit.result.getByRole("button", { name: "Use as my input" }).first().click();
    const field = visit.page.getByRole("textbox", { name: /^My inputs/ });
    expect(await field.inputValue()).toBe("[4]\n[1, 2, 3] => 6");
    await visit.press("Run");
    await expect.poll(async () => (await visit.cases())[0]).toMatch(/Input 2\s+Wrong answer/);
  });

  it.each([
    ["keyword", { a: [1, 2], b: "x => y" }, "def solution(a, b):\n    return a\n"],
    ["positional", [[1, 2], null], "def solution(a, b):\n    return a\n"],
    ["positional", [[1, 2]], "def solution(a):\n    return a\n"],
  ])("gives a sample with %s arguments over, %j", async (argumentStyle, input, code) => {
    await its.world.putProblem({
      problemId: "sampled",
      argumentStyle,
      finalTestCases: [{ input, expected_output: { 3: [true] }, visibility: "sample" }],
    });
    const visit = await its.visit({ path: "/#/sampled" });
    await visit.write(code);
    await visit.press("Submit");
    expect(await visit.verdict()).toBe("Wrong answer");
    const values = visit.result.locator(".values");
    const graded = await values.innerText();
    await ownInputs(visit, "");
    await visit.press("Use as my input");
    await visit.press("Run");
    await visit.result.getByText("Input 1", { exact: true }).waitFor();
    expect(await visit.verdict()).toBe("Wrong answer");
    expect(await values.innerText()).toBe(graded);
  });

  it("shows what its checker says, and the part of the points that was earned", async () => {
    const visit = await its.visit({ path: "/#/pack-the-suitcase" });
    await visit.write(seeded("pack-the-suitcase").wrongSolution);
    await visit.press("Submit");
    expect(await visit.verdict()).toBe("Wrong answer");
    expect(await visit.result.innerText()).toMatch(/Worth \d+; \d+ is possible\./);
    const [, score] = /(\d+) points/.exec(await visit.result.innerText()) ?? [];
    expect(Number(score)).toBeGreaterThan(0);
  });

  it("leads on when it is solved", async () => {
    const visit = await its.visit({ path: "/#/sum-of-a-list" });
    await visit.write(seeded("sum-of-a-list").modelSolution);
    await visit.press("Submit");
    const next = visit.page.getByRole("link", { name: /^Next: / });
    const title = (await next.innerText()).replace("Next: ", "");
    expect(title).not.toBe("Sum of a List");
    await next.click();
    await visit.page.getByRole("heading", { level: 1, name: title }).waitFor();
  });
});
