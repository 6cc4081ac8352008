import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { startStreamedAnswers } from "./streamed-answers.js";

const SCRIPT = fileURLToPath(new URL("run-bundle.mjs", import.meta.url));

/** What came of one event in an environment of its own. */
export interface BundleAnswer {
  /** Undefined where the function did not even start. */
  // biome-ignore lint/suspicious/noExplicitAny: what a function answers is what the test is about.
  readonly answer: any;
  readonly log: string;
  readonly errors: string;
}

/** Starts the API function's bundle with these variables and no others, and hands it one event. */
export async function invokeBundle(
  bundle: string,
  environment: Readonly<Record<string, string>>,
  event: unknown,
): Promise<BundleAnswer> {
  const answers = await startStreamedAnswers();
  const child = spawn(process.execPath, [SCRIPT, bundle], {
    env: environment,
    stdio: ["pipe", "pipe", "pipe"],
  });
  const responseUrl = answers.urlOf("answer");
  child.stdin.end(JSON.stringify({ event, remainingMs: 60_000, responseUrl }));
  const printed = Promise.all([text(child.stdout), text(child.stderr)]);
  const answered = answers.take("answer").then(async ({ body, breakOff, ...head }) => ({
    ...head,
    body: await text(body),
  }));
  const answer = await Promise.race([answered, printed.then(() => undefined)]);
  const [log, errors] = await printed;
  await answers.close();
  return { answer, log, errors };
}
