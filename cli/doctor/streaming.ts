import { apiCommand, logCommand } from "./api-function.js";
import { sendQuestion } from "./ask-service.js";
import { fails, holds } from "./finding.js";
import { stage } from "./stage.js";

const CASES = 4;
const SLEEP_SECONDS = 0.5;
/** What the first line must be ahead of the last: a case sleeps longer. */
const AHEAD_MS = 200;
const CODE = `import time\n\n\ndef solution(number):\n    time.sleep(${SLEEP_SECONDS})\n    return number\n`;

export const streaming = stage({
  name: "streaming",
  needs: ["service", "token", "runsCode"],
  async run(known) {
    const customTestCases = Array.from({ length: CASES }, (_, index) => index);
    const response = await sendQuestion(known, "/grade", {
      token: known.token,
      headers: { Accept: "application/x-ndjson" },
      body: { executionMode: "RUN_CUSTOM_TESTS", userCode: CODE, customTestCases },
    });
    const type = response.headers.get("Content-Type") ?? "";
    if (response.status !== 200 || !type.startsWith("application/x-ndjson") || !response.body) {
      return [
        fails(
          `A live run answers ${response.status} (${type}): ${(await response.text()).slice(0, 200)}`,
          logCommand(known),
        ),
      ];
    }
    const { events, aheadMs } = await readLive(response.body, known.signal);
    const last = events.at(-1);
    if (events[0] !== "started" || last !== "ran") {
      const sentence = `A live run ends with "${last ?? "nothing"}" instead of "ran".`;
      return [fails(sentence, logCommand(known))];
    }
    return aheadMs >= AHEAD_MS
      ? [holds(`The first line of a live run came ${Math.round(aheadMs)} ms ahead of the last.`)]
      : [
          fails(
            `All lines of a live run came at once, though its cases sleep: something on the way holds them back.`,
            apiCommand(
              known,
              (name) =>
                `aws lambda get-function-url-config --function-name "${name}" --query InvokeMode`,
            ),
          ),
        ];
  },
});

async function readLive(body: ReadableStream<Uint8Array>, signal: AbortSignal) {
  const decoder = new TextDecoder();
  let text = "";
  let firstMs: number | undefined;
  let lastMs = 0;
  try {
    for await (const chunk of body) {
      text += decoder.decode(chunk, { stream: true });
      lastMs = performance.now();
      if (text.includes('"event"')) firstMs ??= lastMs;
    }
  } catch {
    // A connection that breaks off is seen by the last line that came.
    signal.throwIfAborted();
  }
  const events = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => eventOf(line));
  return { events, aheadMs: lastMs - (firstMs ?? lastMs) };
}

function eventOf(line: string): string {
  try {
    return String(JSON.parse(line).event);
  } catch {
    return "half a line";
  }
}
