import { expect, it } from "vitest";
import { describeInBrowser } from "./support/describe-in-browser.js";
import type { Visit } from "./support/visit.js";

const BOTH = { languages: ["python3.12", "javascript"] };

const COUNT = {
  ...BOTH,
  problemId: "count-it",
  title: "Count It",
  description:
    'Count a value in a list. `data` is a dictionary; without one return `None`.\n\n## Example\n\n```json\n{"items": [null, true, 9007199254740993]}\n```\n\n```json\n3\n```\n',
  starterCode: 'def solution(data):\n    return len(data["items"])\n',
  finalTestCases: [
    { input: { items: [] }, expected_output: 0, visibility: "sample" },
    { input: { items: [1, 2] }, expected_output: 2 },
  ],
};

const modeFiles = ({ answered }: Visit) =>
  [...answered.keys()].filter((path) => path.includes("javascript-mode"));

describeInBrowser("who only knows JavaScript", (its) => {
  it("solves a problem, from the switch to the verdict, and finds it in the history", async () => {
    await its.world.putProblem(COUNT);
    const visit = await its.visit({ path: "/#/count-it" });
    await visit.editor.getByText("def solution(data):").waitFor();
    expect(modeFiles(visit)).toEqual([]);
    const warmUp = visit.page.waitForRequest(/\/warm-up\?language=javascript$/);
    await visit.chooseLanguage("JavaScript");
    await warmUp;
    await visit.editor.getByText("function solution(data) {").waitFor();
    expect(modeFiles(visit)).toHaveLength(1);
    const statement = visit.page.getByRole("article");
    await statement.getByText("[null, true, 9007199254740993n]").waitFor();
    await statement
      .getByText("A dictionary is an object. A list is an array. None is null.")
      .waitFor();
    await visit.press("Run");
    expect(await visit.verdict()).toBe("Wrong answer");
    expect(await visit.result.innerText()).toContain("undefined or null: is a return missing?");
    await visit.write("function solution(data) {\n  return data.items.length;\n}\n");
    await visit.press("Submit");
    await expect.poll(() => visit.verdict()).toBe("Accepted");
    await visit.press("Submissions");
    await visit.page.getByRole("button", { name: /^Accepted.*JavaScript/ }).click();
    await visit.page.locator(".listing .tok-keyword", { hasText: "function" }).waitFor();
  });

  it("is told of faults in the words of JavaScript, with a way to their line", async () => {
    await its.world.putProblem(COUNT);
    const visit = await its.visit({ path: "/#/count-it" });
    await visit.chooseLanguage("JavaScript");
    await visit.write("function solution(data) {\n  const x = ;\n}\n");
    await visit.press("Submit");
    expect(await visit.verdict()).toBe("Syntax error");
    expect(await visit.result.innerText()).toContain("SyntaxError: Unexpected token ';'");
    await visit.press("Go to line 2");
    await visit.page.locator(".cm-faultLine", { hasText: "const x = ;" }).waitFor();
    await visit.write("function solution(data) {\n\n  return data.missing.length;\n}\n");
    await visit.press("Run");
    await expect.poll(() => visit.verdict()).toBe("Runtime error");
    expect(await visit.result.innerText()).toContain("Cannot read properties of undefined");
    await visit.press("Go to line 3");
    await visit.page.locator(".cm-faultLine", { hasText: "data.missing" }).waitFor();
  });

  it("sees values, and writes inputs, as JavaScript does", async () => {
    await its.world.putProblem({ ...COUNT, problemId: "echo-it", argumentStyle: "positional" });
    const visit = await its.visit({ path: "/#/echo-it", locale: "ko-KR" });
    await visit.chooseLanguage("JavaScript");
    await visit.write("const solution = (a, b) => [a, b, NaN, 1n];\n");
    await visit.page.getByRole("radio", { name: "직접 입력" }).check();
    const field = visit.page.getByRole("textbox", { name: /^직접 입력/ });
    await field.fill("{ 2: null, a: 'x' }, [true, 10n,]");
    await visit.press("실행");
    expect(await visit.verdict()).toBe("실행 완료");
    expect(await visit.result.innerText()).toContain('[{"2": null, "a": "x"}, [true, 10], NaN, 1]');
    await field.fill("1, undefined");
    await visit.press("실행");
    await visit.page.getByText("undefined는 입력으로 쓸 수 없습니다").waitFor();
  });

  it("writes a program that reads its input", async () => {
    await its.world.putProblem({
      ...BOTH,
      problemId: "sum-program",
      io: "stdio",
      finalTestCases: [{ input: "1 2\n", expected_output: "3\n", visibility: "sample" }],
    });
    const visit = await its.visit({ path: "/#/sum-program" });
    await visit.chooseLanguage("JavaScript");
    await visit.editor.getByText("readFileSync(0").waitFor();
    await visit.press("Run");
    expect(await visit.verdict()).toBe("Wrong answer");
    await visit.write("");
    await visit.write("let unused;\n");
    await visit.press("Run");
    await visit.result.getByText("is a console.log missing?").waitFor();
    await visit.write(
      'const [a, b] = require("fs").readFileSync(0, "utf8").split(" ");\nconsole.log(+a + +b);\n',
    );
    await visit.press("Run");
    await expect.poll(() => visit.verdict()).toBe("Accepted");
  });
});

describeInBrowser("the language of the code", (its) => {
  it("is remembered, and so is what was written in each", async () => {
    await its.world.putProblem(COUNT);
    await its.world.putProblem({ ...COUNT, problemId: "other-count" });
    const visit = await its.visit({ path: "/#/count-it" });
    await visit.write("# python\n");
    await visit.chooseLanguage("JavaScript");
    await visit.write("// javascript\n");
    await visit.page.reload();
    await visit.editor.getByText("// javascript").waitFor();
    await visit.goTo("/#/other-count");
    await visit.editor.getByText("function solution(data) {").waitFor();
    await visit.chooseLanguage("Python");
    await visit.goTo("/#/count-it");
    await visit.editor.getByText("// javascript").waitFor();
    await visit.chooseLanguage("Python");
    await visit.editor.getByText("# python").waitFor();
    const other = visit.page.getByRole("combobox", { name: "User" });
    await other.selectOption("Seoyeon");
    await visit.editor.getByText("def solution(data):").waitFor();
  });

  it("is none to choose where a problem allows one only", async () => {
    await its.world.putProblem({ ...COUNT, problemId: "only-python", languages: ["python3.12"] });
    const visit = await its.visit({ path: "/#/only-python" });
    await visit.editor.waitFor();
    expect(await visit.page.getByRole("combobox", { name: "Language of the code" }).count()).toBe(
      0,
    );
  });

  it("comes with code that is taken over, and marks a result of the other as such", async () => {
    await its.world.putProblem({ ...COUNT, problemId: "taken-count" });
    const visit = await its.visit({ path: "/#/taken-count" });
    await visit.chooseLanguage("JavaScript");
    await visit.write("// to be taken\nfunction solution() { return 0; }\n");
    await visit.press("Submit");
    await visit.verdict();
    await visit.chooseLanguage("Python");
    await visit.result.getByText("This is the result of your JavaScript code.").waitFor();
    await visit.write("# mine\n");
    await visit.press("Submissions");
    await visit.page.getByRole("button", { name: /^Wrong answer.*JavaScript/ }).click();
    await visit.press("Put this code into the editor");
    await visit.editor.getByText("// to be taken").waitFor();
    await visit.chooseLanguage("Python");
    await visit.editor.getByText("# mine").waitFor();
  });
});
