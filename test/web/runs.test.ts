import { expect, it } from "vitest";
import { loadSeedProblems } from "../../dev/seed/seed-problems.js";
import { describeInBrowser } from "./support/describe-in-browser.js";

/** Keys that an object would reorder, floats, and an input of several lines. */
const EXACTING = ["sensor-statistics", "count-value-kinds", "maze-shortest-path"];
const problems = (await loadSeedProblems()).filter(({ item }) => EXACTING.includes(item.problemId));

const ECHO = "def solution(data):\n    return [data, 2**100]\n";

describeInBrowser("a run", (its) => {
  it.each(problems)("on the examples of $item.problemId accepts its solution", async (problem) => {
    const visit = await its.visit({ path: `/#/${problem.item.problemId}` });
    await visit.write(problem.modelSolution);
    await visit.press("Run");
    expect(await visit.verdict()).toBe("Accepted");
    expect(await visit.result.innerText()).toContain("2 of 2 cases passed");
  });

  it("on the examples shows what was expected beside what came back", async () => {
    const visit = await its.visit({ path: "/#/sensor-statistics" });
    await visit.press("Run");
    expect(await visit.verdict()).toBe("Wrong answer");
    const [first = ""] = await visit.cases();
    expect(first).toContain("Example 1");
    expect(first).toMatch(/Input\s+\{"hall 10": \[3, 1, 2\], "hall 9": \[1\.5, -0\.5, 2\.0\]\}/);
    expect(first).toMatch(/Expected\s+\[\["hall 10", 2, 2\], \["hall 9", 1, 1\.5\]\]/);
    expect(first).toMatch(/Returned\s+\[\["hall 10", None, None\], \["hall 9", None, None\]\]/);
    expect(first).toMatch(/Differs at\s+\[0\]\[1\]/);
  });

  it("on inputs of one's own keeps every digit and the order of keys", async () => {
    const visit = await its.visit();
    await visit.write(ECHO);
    await visit.page.getByRole("radio", { name: "My inputs" }).check();
    const field = visit.page.getByRole("textbox", { name: /^My inputs/ });
    await field.fill('1.0\n\n{"10": 12345678901234567890, "9": 1e2}\n"가나 [ ]"');
    await visit.press("Run");
    expect(await visit.verdict()).toBe("Returned a value");
    const cases = await visit.cases();
    expect(cases).toHaveLength(3);
    expect(cases[0]).toMatch(/Returned\s+\[1\.0, 1267650600228229401496703205376\]/);
    expect(cases[1]).toMatch(/Input\s+\{"10": 12345678901234567890, "9": 1e2\}/);
    expect(cases[1]).toMatch(/Returned\s+\[\{"10": 12345678901234567890, "9": 100\.0\}, 1267/);
    expect(cases[2]).toMatch(/Returned\s+\["가나 \[ \]", 1267/);
  });

  it("finds an executor that was made ready when the first problem was opened, once", async () => {
    const visit = await its.visit();
    await expect.poll(() => visit.answered.has("/warm-up")).toBe(true);
    const first = visit.answered.get("/warm-up");
    await visit.page.goto(`${visit.page.url().split("#")[0]}#/sensor-statistics`);
    await visit.press("Run");
    expect(await visit.verdict()).toBe("Wrong answer");
    expect(visit.answered.get("/warm-up")).toBe(first);
    expect((await first?.response())?.status()).toBe(204);
  });

  it("names the line that is no value, runs nothing and loses nothing", async () => {
    const visit = await its.visit();
    await visit.page.getByRole("radio", { name: "My inputs" }).check();
    const field = visit.page.getByRole("textbox", { name: /^My inputs/ });
    await field.fill("[1, 2]\nnope\n3");
    await visit.press("Run");
    await visit.page.getByText("Line 2: this is no value.").waitFor();
    expect(await field.inputValue()).toBe("[1, 2]\nnope\n3");
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect(await visit.result.locator(".case").count()).toBe(0);
    await field.fill("[1,\n 2]\nTrue\n3");
    await visit.press("Run");
    expect(await visit.verdict()).toBe("Returned a value");
  });

  it.each(["nope", ""])(
    "that is refused for the input %j leaves no older verdict",
    async (text) => {
      const visit = await its.visit();
      await visit.write(ECHO);
      await visit.page.getByRole("radio", { name: "My inputs" }).check();
      const field = visit.page.getByRole("textbox", { name: /^My inputs/ });
      await field.fill("1 => [1, 1267650600228229401496703205376]");
      await visit.press("Run");
      expect(await visit.verdict()).toBe("Accepted");
      await field.fill(text);
      expect(await visit.verdict()).toBe("Accepted");
      await visit.press("Run");
      await visit.page.locator("#own-inputs-hint.complaint").waitFor();
      expect(await visit.result.innerText()).not.toContain("Accepted");
      await field.fill("2 => [2, 1267650600228229401496703205376]");
      await visit.press("Run");
      expect(await visit.verdict()).toBe("Accepted");
    },
  );

  it("of code that fails on an input says how, beside those that went well", async () => {
    const visit = await its.visit();
    await visit.write("def solution(data):\n    print('half', data)\n    return 1 / data\n");
    await visit.page.getByRole("radio", { name: "My inputs" }).check();
    await visit.page.getByRole("textbox", { name: /^My inputs/ }).fill("4\n0");
    await visit.press("Run");
    expect(await visit.verdict()).toBe("Runtime error");
    const [failed = "", passed = ""] = await visit.cases();
    expect(failed).toMatch(/^Input 2\s+Runtime error[\s\S]+ZeroDivisionError: division by zero/);
    expect(passed).toMatch(/^Input 1\s+Returned a value[\s\S]+Returned\s+0\.25/);
  });
});
