import { afterEach, describe, expect, it } from "vitest";
import {
  echo,
  output,
  results,
  type Script,
  type ScriptedLambda,
  startScriptedLambda,
  throttled,
} from "../support/aws/scripted-lambda.js";
import { type CuttableProxy, startCuttableProxy } from "../support/http/cuttable-proxy.js";
import { startWorld } from "../support/world.js";
import { describeInBrowser } from "./support/describe-in-browser.js";
import { watchShifts } from "./support/shifts.js";
import type { Visit } from "./support/visit.js";

let lambda: ScriptedLambda;
let way: CuttableProxy;

/** The service behind something that can be cut, with an executor that does what a test says. */
async function startWithScript() {
  lambda = await startScriptedLambda();
  play();
  const executor = { kind: "endpoint", endpoint: lambda.endpoint } as const;
  const world = await startWorld({ executor });
  way = await startCuttableProxy(world.url);
  const close = async () => {
    await way.close();
    await world.close();
    await lambda.close();
  };
  return { ...world, url: way.url, close };
}

/** Lets the executor do this, which is asked to get ready besides. */
function play(script: Script = echo): void {
  lambda.play((invocation) =>
    invocation.event.warm_up ? { body: '{"warm": true}' } : script(invocation),
  );
}

/** Holds the invocation that begins with this input until it is let go. All take so long that each goes alone. */
function hold(input: number): () => void {
  const held = Promise.withResolvers<void>();
  play(async ({ event }) => {
    const [beginning] = event.inputs;
    if (beginning === input) await held.promise;
    const answered = event.inputs.slice(0, beginning === 1 ? 2 : 1);
    return results(
      answered.map((one) => output({ returnValue: one === 2 ? 0 : one, executionTimeMs: 1000 })),
    );
  });
  return held.resolve;
}

const CASES = [1, 2, 3, 4, 5, 6].map((input) => ({
  input,
  expected_output: input,
  visibility: input === 4 ? "sample" : "hidden",
}));

/** By how much a busy machine's fonts may still move something. */
const NOTHING = 0.001;

async function writeInputs({ page }: Visit, text: string): Promise<void> {
  await page.getByRole("radio", { name: "My inputs" }).check();
  await page.getByRole("textbox", { name: /^My inputs/ }).fill(text);
}

const names = (visit: Visit) => visit.result.locator(".case-name").allInnerTexts();
const lit = (visit: Visit) => visit.result.locator(".strip [data-status]");

describeInBrowser(
  "a run",
  (its) => {
    afterEach(() => {
      way.restore();
      play();
    });

    async function open(path = "/#/counted", width = 1280): Promise<Visit> {
      await its.world.putProblem({ problemId: "counted", finalTestCases: CASES });
      const visit = await its.visit({ path, viewport: { width, height: 800 } });
      if (width < 960) await visit.press("Code");
      await visit.write("def solution(n):\n    return n\n");
      return visit;
    }

    it.each([1280, 380])(
      "shows each case as it ends, in its place from the beginning, at %i px",
      async (width) => {
        const letGo = hold(3);
        const visit = await open("/#/counted", width);
        const shifts = await watchShifts(visit.page);
        await visit.press("Submit");
        await visit.result.getByText("5 of 6").first().waitFor();
        const inOrder = "Case 4, Case 1, Case 2, Case 3, Case 5, Case 6";
        expect((await names(visit)).join(", ")).toBe(inOrder);
        expect(await lit(visit).count()).toBe(5);
        const third = visit.result.locator(".case").nth(3);
        expect(await third.innerText()).toMatch(/Case 3\s+Waiting/);
        expect(await visit.result.locator(".case").nth(2).innerText()).toMatch(/Wrong answer/);
        expect(await visit.result.getByRole("heading").count()).toBe(0);
        letGo();
        expect(await visit.verdict()).toBe("Wrong answer");
        expect(await visit.result.innerText()).toContain("5 of 6 cases passed");
        expect(await shifts.sum()).toBeLessThan(NOTHING);
      },
    );

    it("is told to a screen reader by figures, some seconds apart, and its verdict at once", async () => {
      const letGo = hold(3);
      const visit = await open();
      const said = visit.result.getByRole("status");
      await visit.press("Submit");
      await said.getByText("5 of 6").waitFor();
      const bar = visit.result.getByRole("progressbar", { name: "Grading…" });
      expect(await bar.evaluate((one: HTMLProgressElement) => [one.value, one.max])).toEqual([
        5, 6,
      ]);
      letGo();
      await said.getByText(/^Wrong answer\. 5 of 6 cases passed/).waitFor();
    });

    it("on inputs of one's own comes along the same way", async () => {
      const letGo = hold(3);
      const visit = await open();
      await writeInputs(visit, "1\n2 => 2\n3\n4");
      await visit.press("Run");
      await visit.result.getByText("3 of 4").first().waitFor();
      expect(await names(visit)).toEqual(["Input 1", "Input 2", "Input 3", "Input 4"]);
      expect(await visit.result.locator(".case").nth(1).innerText()).toMatch(/Wrong answer/);
      letGo();
      expect(await visit.verdict()).toBe("Wrong answer");
      expect(await visit.cases()).toHaveLength(4);
    });

    it("that is cancelled leaves nothing of its cases", async () => {
      const letGo = hold(3);
      const visit = await open();
      await visit.press("Submit");
      await visit.result.getByText("5 of 6").first().waitFor();
      await visit.press("Cancel");
      await visit.result.getByText("Cancelled. The submission may still appear").last().waitFor();
      expect(await visit.result.locator(".case").count()).toBe(0);
      letGo();
    });

    describe("that is being graded while the page is reloaded", () => {
      const awaited = ({ page }: Visit) => page.evaluate('sessionStorage["edge-grader/awaited"]');

      it("is waited for, shown with its verdict and listed, and not kept any longer", async () => {
        const letGo = hold(3);
        const visit = await open("/#/counted/submissions");
        await visit.press("Submit");
        await visit.result.getByText("5 of 6").first().waitFor();
        const listed = visit.page.locator(".submission");
        const before = await listed.count();
        await visit.page.reload();
        await visit.result.getByText("The connection was lost.").last().waitFor();
        expect(await awaited(visit)).toContain('"student-1"');
        letGo();
        expect(await visit.verdict()).toBe("Wrong answer");
        expect(await visit.result.innerText()).not.toContain("before you changed it");
        await expect.poll(() => listed.count()).toBe(before + 1);
        expect(await awaited(visit)).toBeUndefined();
      });

      it("is nothing to another user, nor after it was given up", async () => {
        const letGo = hold(3);
        const visit = await open();
        await visit.press("Submit");
        await visit.result.getByText("5 of 6").first().waitFor();
        await visit.page.evaluate('localStorage["edge-grader/user"] = "student-2"');
        await visit.page.reload();
        await visit.result.getByText(/^Run tries your code/).waitFor();
        expect(await awaited(visit)).toBeUndefined();
        await visit.press("Submit");
        await visit.result.getByText("5 of 6").first().waitFor();
        await expect.poll(() => awaited(visit)).toContain('"student-2"');
        await visit.press("Cancel");
        await visit.result.getByText("Cancelled.").last().waitFor();
        expect(await awaited(visit)).toBeUndefined();
        letGo();
      });
    });

    describe("whose connection is lost", () => {
      it("is picked up where its result is stored, past a gateway that fails", async () => {
        const letGo = hold(3);
        const visit = await open();
        await visit.press("Submit");
        await visit.result.getByText("5 of 6").first().waitFor();
        await visit.page.route("**/submissions/*", (one) => one.fulfill({ status: 502 }), {
          times: 1,
        });
        way.cut();
        await visit.result
          .getByRole("status")
          .getByText(/^The connection was lost\./)
          .waitFor();
        expect(await lit(visit).count()).toBe(5);
        letGo();
        way.restore();
        expect(await visit.verdict()).toBe("Wrong answer");
        await visit.press("Submissions");
        await expect.poll(() => visit.page.locator(".submission").count()).toBeGreaterThan(0);
      });

      it("can be given up", async () => {
        const letGo = hold(3);
        const visit = await open();
        await visit.press("Submit");
        await visit.result.getByText("5 of 6").first().waitFor();
        way.cut();
        await visit.result.getByText("The connection was lost.").last().waitFor();
        await visit.press("Cancel");
        await visit.result.getByText("Cancelled.").last().waitFor();
        letGo();
      });

      it("says so of a run that is stored nowhere", async () => {
        const letGo = hold(3);
        const visit = await open();
        await writeInputs(visit, "1\n2\n3");
        await visit.press("Run");
        await visit.result.getByText("2 of 3").first().waitFor();
        way.cut();
        const alert = visit.result.getByRole("alert");
        await alert.getByText("The code could not be run.").waitFor();
        expect(await alert.innerText()).toContain("NetworkError");
        letGo();
        way.restore();
        play();
        await visit.press("Try again");
        expect(await visit.verdict()).toBe("Returned a value");
      });

      it("before it began, is told as ever", async () => {
        const visit = await open();
        // By then all parts of the page are there.
        await visit.press("Submit");
        await visit.verdict();
        way.cut();
        await visit.press("Submit");
        await visit.result.getByRole("alert").getByText("The server does not answer.").waitFor();
      });
    });

    it("that fails after it began says why", async () => {
      play(({ event }) => {
        const [beginning] = event.inputs;
        if (beginning !== 1) return throttled();
        return results([output({ returnValue: 1, executionTimeMs: 1000 })]);
      });
      const visit = await open();
      await visit.press("Submit");
      const alert = visit.result.getByRole("alert");
      await alert.getByText("All machines that run code are busy.").waitFor();
      expect(await alert.innerText()).toContain("ExecutorBusy");
    });

    it("of a service that answers plainly shows its verdict", async () => {
      const visit = await open();
      await visit.page.route("**/grade", (route) =>
        route.continue({ headers: { ...route.request().headers(), accept: "application/json" } }),
      );
      await visit.press("Submit");
      expect(await visit.verdict()).toBe("Accepted");
      await writeInputs(visit, "1 => 1\n2 => 3");
      await visit.press("Run");
      await visit.result.getByRole("heading", { name: "Wrong answer" }).waitFor();
    });

    it("in Korean is counted in Korean", async () => {
      const letGo = hold(3);
      await its.world.putProblem({ problemId: "counted", finalTestCases: CASES });
      const visit = await its.visit({ path: "/#/counted", locale: "ko-KR" });
      await visit.write("def solution(n):\n    return n\n");
      await visit.press("제출");
      await visit.result.getByText("6개 중 5개").first().waitFor();
      expect(await visit.result.locator(".case").nth(3).innerText()).toMatch(/케이스 3\s+대기 중/);
      letGo();
      expect(await visit.verdict()).toBe("오답");
    });
  },
  startWithScript,
);
