import { expect, it } from "vitest";
import { WorkerBrowser } from "../../support/browser/worker-browser.js";
import { describeSite } from "../support/describe-site.js";
import type { Visit } from "../support/visit.js";

const DOUBLE = {
  problemId: "double",
  title: "Double It",
  languages: ["python3.12", "javascript"],
  timeLimitSeconds: 10,
  finalTestCases: [
    { input: 1, expected_output: 2, visibility: "sample" },
    { input: 2, expected_output: 4 },
    { input: 3, expected_output: 6 },
  ],
};

/** Each case is told by itself, and the last one late enough to be waited for. */
const TYPED = "import time\ndef solution(n):\ntime.sleep(n)\nreturn 2 * n";

/** Key by key, and the editor indents and closes brackets: what is put there whole, BiDi begins with an empty line. */
async function typeOver({ editor, page }: Visit, code: string): Promise<void> {
  await editor.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type(code);
}

describeSite(
  "a student with Firefox",
  (its) => {
    it("signs in, types, watches the cases arrive, and finds it in the history after a reload", async () => {
      await its.site.world.putProblem(DOUBLE);
      const visit = await its.signIn({ path: "/problems/double" });
      const { page } = visit;
      await page.getByRole("heading", { level: 1, name: "Double It" }).waitFor();
      await typeOver(visit, TYPED);
      await visit.press("Submit");
      const partly = visit.result.filter({ hasText: /[12] of 3/ });
      await partly.filter({ hasText: /Case 3\s*Waiting/ }).waitFor();
      expect(await visit.verdict()).toBe("Accepted");
      await page.reload();
      await visit.press("Submissions");
      await page.getByRole("button", { name: /^Accepted/ }).click();
      await page.locator(".listing", { hasText: "    time.sleep(n)" }).waitFor();
    });

    it("changes to JavaScript, is shown the case that fails, and mends it", async () => {
      await its.site.world.putProblem({ ...DOUBLE, problemId: "double-again" });
      const visit = await its.signIn({ path: "/#/double-again" });
      await visit.chooseLanguage("JavaScript");
      await visit.editor.getByText("function solution").waitFor();
      await typeOver(visit, "function solution(n) {\nreturn n * n;");
      await visit.press("Submit");
      expect(await visit.verdict()).toBe("Wrong answer");
      const failed = visit.result.locator(".case").filter({ hasText: "Returned" });
      expect(await failed.innerText()).toMatch(/Input\s+1\s+Expected\s+2\s+Returned\s+1/);
      await typeOver(visit, "function solution(n) {\nreturn 2 * n;");
      await visit.press("Submit");
      await expect.poll(() => visit.verdict()).toBe("Accepted");
    });

    it("gets a part of the page that was out of reach, though Firefox takes it for lost", async () => {
      const visit = await its.signIn({ path: "/#/sum-of-a-list" });
      const file = /\/page\/submission-list-/;
      await visit.page.route(file, (route) => route.abort());
      await visit.press("Submissions");
      await visit.page.getByText("The submissions could not be loaded.").waitFor();
      await visit.page.unroute(file);
      await visit.press("Try again");
      await visit.page.getByRole("radio", { name: "Everybody" }).waitFor();
    });
  },
  { browser: WorkerBrowser.firefox },
);
