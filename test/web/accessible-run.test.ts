import { afterEach, it } from "vitest";
import {
  output,
  results,
  type Script,
  type ScriptedLambda,
  startScriptedLambda,
  throttled,
} from "../support/aws/scripted-lambda.js";
import { startWorld } from "../support/world.js";
import { expectAccessible } from "./support/accessibility.js";
import { describeInBrowser } from "./support/describe-in-browser.js";

let lambda: ScriptedLambda;

async function startWithScript() {
  lambda = await startScriptedLambda();
  const world = await startWorld({
    executor: { kind: "endpoint", endpoint: lambda.endpoint },
  });
  const close = async () => {
    await world.close();
    await lambda.close();
  };
  return { ...world, close };
}

function play(script: Script): void {
  lambda.play((invocation) =>
    invocation.event.warm_up ? { body: '{"warm": true}' } : script(invocation),
  );
}

/** One case an invocation, which all take so long that each goes alone. */
const answerOne = (input: unknown) =>
  results([output({ returnValue: input === 2 ? 0 : input, executionTimeMs: 1000 })]);

describeInBrowser(
  "by the rules of WCAG, in both languages and themes,",
  (its) => {
    const held: PromiseWithResolvers<void>[] = [];

    afterEach(() => {
      for (const one of held.splice(0)) one.resolve();
    });

    async function open() {
      const finalTestCases = [1, 2, 3, 4].map((input) => ({ input, expected_output: input }));
      await its.world.putProblem({ problemId: "counted", finalTestCases });
      const visit = await its.visit({ path: "/#/counted" });
      await visit.write("def solution(n):\n    return n\n");
      return visit;
    }

    it("a submission of which half of the cases have ended, and one that is cancelled", async () => {
      const third = Promise.withResolvers<void>();
      held.push(third);
      play(async ({ event }) => {
        const [input] = event.inputs;
        if (input === 3) await third.promise;
        return answerOne(input);
      });
      const visit = await open();
      await visit.press("Submit");
      await visit.result.getByText("3 of 4").first().waitFor();
      await expectAccessible(visit.page, "running", visit.result.locator("progress"));
      await visit.press("Cancel");
      await visit.result.getByText("Cancelled.").last().waitFor();
      await expectAccessible(visit.page, "cancelled", visit.result);
    });

    it("what is told when all machines are busy, and when the server is out of reach", async () => {
      play(() => throttled());
      const visit = await open();
      const alert = visit.page.getByRole("alert");
      await visit.press("Submit");
      await alert.getByText("All machines that run code are busy.").waitFor();
      await expectAccessible(visit.page, "busy", alert);
      await visit.context.setOffline(true);
      await visit.press("Submit");
      await alert.getByText("The server does not answer.").waitFor();
      await expectAccessible(visit.page, "offline", alert);
      await visit.context.setOffline(false);
    });
  },
  startWithScript,
);
