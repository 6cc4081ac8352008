import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { Ledger } from "./ledger.js";
import { PROGRAMS, type Program } from "./programs.js";
import { type GradedBody, verdictFault } from "./verdict-fault.js";

/** Beyond every limit of the server's own. */
const ANSWER_LIMIT_MS = 90_000;
/** Every so many submissions somebody comes who was never here. */
const VISITOR_EVERY = 10;
const PAUSE_AFTER_ERROR_MS = 1000;

/**
 * One client in a closed loop: it sends its next submission when it has the answer to the last, and
 * comes back as late as it is told when it was refused. Its answers go into the ledger.
 *
 * @param isOver ends the loop after the answer that it waits for
 */
export async function runClient(
  url: string,
  name: string,
  ledger: Ledger,
  isOver: AbortSignal,
): Promise<void> {
  let ownToken: string | undefined;
  for (let turn = 0; !isOver.aborted; turn += 1) {
    const isVisitor = turn % VISITOR_EVERY === VISITOR_EVERY - 1;
    const userId = isVisitor ? `${name}-visitor-${turn}` : name;
    const token =
      isVisitor || ownToken === undefined ? await signIn(url, userId, ledger) : ownToken;
    if (!isVisitor) ownToken = token;
    const pauseMs =
      token === undefined
        ? PAUSE_AFTER_ERROR_MS
        : await submit(url, userId, token, drawProgram(), ledger);
    if (pauseMs === 0) continue;
    const jitter = 1 + Math.random();
    await delay(pauseMs * jitter, undefined, { signal: isOver }).catch(() => {});
  }
}

/** How long to wait before the next one: 0 after a verdict. */
async function submit(
  url: string,
  userId: string,
  token: string,
  program: Program,
  ledger: Ledger,
): Promise<number> {
  const { problemId, code: userCode } = program;
  // Half of the submissions bring an id of their own.
  const submissionId = Math.random() < 0.5 ? randomUUID() : undefined;
  const startedAt = performance.now();
  try {
    const response = await fetch(`${url}/grade`, {
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      body: JSON.stringify({ problemId, userCode, submissionId }),
      signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
    });
    const body = (await response.json()) as GradedBody & { code?: string };
    const latencyMs = performance.now() - startedAt;
    if (response.status === 200) {
      ledger.done(latencyMs, { userId, problemId, userCode, body }, verdictFault(program, body));
      return 0;
    }
    const retryAfter = Number(response.headers.get("Retry-After") ?? Number.NaN);
    if (response.status === 503 && body.code === "ExecutorBusy" && retryAfter > 0) {
      ledger.shedMs.push(latencyMs);
      return retryAfter * 1000;
    }
    // It is graded, and nobody knows whether the write that failed has happened.
    if (body.code === "SubmissionNotSaved") ledger.unanswered += 1;
    ledger.error(`${response.status} ${body.code}`);
  } catch (error) {
    ledger.unanswered += 1;
    ledger.error(`no answer: ${causeOf(error)}`);
  }
  return PAUSE_AFTER_ERROR_MS;
}

function drawProgram(): Program {
  let left = Math.random() * PROGRAMS.reduce((sum, { share }) => sum + share, 0);
  const drawn = PROGRAMS.find(({ share }) => {
    left -= share;
    return left < 0;
  });
  return drawn ?? (PROGRAMS[0] as Program);
}

async function signIn(url: string, sub: string, ledger: Ledger): Promise<string | undefined> {
  try {
    const response = await fetch(`${url}/dev/token`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ sub, nickname: sub }),
      signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
    });
    if (response.ok) return ((await response.json()) as { idToken: string }).idToken;
    ledger.error(`no token: ${response.status}`);
    return undefined;
  } catch (error) {
    ledger.error(`no token: ${causeOf(error)}`);
    return undefined;
  }
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error
    ? ((cause as NodeJS.ErrnoException).code ?? cause.message)
    : error.name;
}
