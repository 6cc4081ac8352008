import { expect, it } from "vitest";
import { streaming } from "../../../cli/doctor/streaming.js";
import { examineBroken, examineService, refusal } from "../../support/cli/examine.js";

const LINES = ['{"event":"started","totalCaseCount":4}', '{"event":"case"}', '{"event":"ran"}'];

/** An answer whose lines come with so much time between them. */
function live(gapMs: number, lines: readonly string[] = LINES) {
  const encoder = new TextEncoder();
  const body = new ReadableStream({
    async start(controller) {
      for (const [index, line] of lines.entries()) {
        if (index > 0) await new Promise((resolve) => setTimeout(resolve, gapMs));
        controller.enqueue(encoder.encode(`${line}\n`));
      }
      controller.close();
    },
  });
  return new Response(body, { headers: { "Content-Type": "application/x-ndjson" } });
}

/** What holds an answer back until it is whole. */
async function held(answer: Response): Promise<Response> {
  return new Response(await answer.text(), { headers: answer.headers });
}

const answering = (answer: () => Response | Promise<Response>) =>
  examineService(streaming, answer, { token: "t" });

it("holds where the first line arrives ahead of the last", async () => {
  expect((await answering(() => live(250)))[0]?.kind).toBe("holds");
});

it("fails where something on the way holds lines back", async () => {
  const [finding] = await answering(() => held(live(50)));
  expect(finding).toMatchObject({
    kind: "fails",
    command: expect.stringMatching(/^aws lambda get-function-url-config .* --query InvokeMode$/),
  });
  expect(finding?.sentence).toContain("came at once");
});

it.each([
  ["the answer ends early", () => live(1, LINES.slice(0, 2)), 'ends with "case"'],
  [
    "the run fails",
    () => live(1, [LINES[0] ?? "", '{"event":"failed","code":"ExecutorBusy"}']),
    'ends with "failed"',
  ],
  ["it is refused", () => refusal(429, "TooManyRequests"), "429"],
])("fails where %s", async (_, answer, sentence) => {
  const [finding] = await answering(answer);
  expect(finding).toMatchObject({
    kind: "fails",
    command: expect.stringContaining("aws logs tail"),
  });
  expect(finding?.sentence).toContain(sentence);
});

it("fails where the connection breaks off", async () => {
  const type = "application/x-ndjson";
  const [finding] = await examineBroken(streaming, type, `${LINES[0]}\n`, { token: "t" });
  expect(finding).toMatchObject({
    kind: "fails",
    command: expect.stringContaining("aws logs tail"),
  });
  expect(finding?.sentence).toContain('instead of "ran"');
});
