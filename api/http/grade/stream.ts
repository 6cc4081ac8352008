import type { Context } from "hono";
import { type JsonText, toJsonText } from "../../domain/json.js";
import type { Clock } from "../../ports.js";
import { finish } from "../../usecases/finish.js";
import type { AppEnv, Outcome } from "../deps.js";
import { errorAnswer } from "../errors.js";
import { LIVE_TYPE } from "./accepts-live.js";
import type { AnswerForm } from "./answer-form.js";
import { MAX_ANSWER_BYTES } from "./answerable.js";
import { LiveLines } from "./live-lines.js";
import type { CaseEvent, StartedEvent, Work } from "./work.js";

const SIGN_OF_LIFE_MS = 1000;

const HEADERS = {
  "Content-Type": LIVE_TYPE,
  // Whoever compresses holds lines back.
  "Cache-Control": "no-store, no-transform",
};

/**
 * Answers with an event a line as the work goes on, which neither a slow reader nor one that has gone
 * holds up. The answer begins with the first case, or a second after the work has; an error that comes
 * before is thrown, to be a plain answer.
 */
export async function streamWork<Case extends CaseEvent, Result>(
  c: Context<AppEnv>,
  clock: Clock,
  work: Work<Case, Result>,
  form: AnswerForm<Case, Result>,
): Promise<Response> {
  const lines = new LiveLines();
  const hasStarted = Promise.withResolvers<void>();
  const hasCase = Promise.withResolvers<void>();
  const write = lineWriter(lines, form);
  const tell = (event: StartedEvent | Case) => {
    write(event);
    (isStarted(event) ? hasStarted : hasCase).resolve();
  };
  const ending = finish(work, tell).then((result): Ending => {
    const text = eventText(form.lastEvent, form.answerText(result));
    return { text, outcome: { status: 200 } };
  });
  await Promise.race([ending, hasStarted.promise]);
  await Promise.race([ending, hasCase.promise, elapsed(clock, SIGN_OF_LIFE_MS)]);
  const ended = ending
    .catch((error) => failure(error, c.var.requestId))
    .then(({ text, outcome }) => {
      lines.write(text);
      lines.end();
      return outcome;
    });
  c.set("ended", ended);
  void showLife(lines, clock);
  return c.body(lines.body, 200, HEADERS);
}

/** How a live answer ends: its last line, and what it amounts to for the log. */
interface Ending {
  readonly text: string;
  readonly outcome: Outcome;
}

/** Writes what is told; all cases together have no more room than the whole answer. */
function lineWriter<Case extends CaseEvent>(
  lines: LiveLines,
  { caseText }: Pick<AnswerForm<Case, unknown>, "caseText">,
) {
  let mostBytes = 0;
  return (event: StartedEvent | Case) => {
    if (isStarted(event)) {
      const { kind, ...members } = event;
      mostBytes = MAX_ANSWER_BYTES / event.totalCaseCount;
      lines.write(eventText(kind, toJsonText(members)));
      return;
    }
    const text = caseText(event, mostBytes);
    if (text !== undefined) lines.write(eventText(event.kind, text));
  };
}

function isStarted(event: StartedEvent | CaseEvent): event is StartedEvent {
  return event.kind === "started";
}

function failure(error: Error, requestId: string): Ending {
  const { status, code, retryAfterSeconds, body } = errorAnswer(error, requestId);
  const members = {
    status,
    ...body,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
  return {
    text: eventText("failed", toJsonText(members)),
    outcome: { status, code, error },
  };
}

/** The object with the name of the event before its own members. */
function eventText(event: string, object: JsonText): string {
  return `{"event":${JSON.stringify(event)},${object.slice(1)}`;
}

async function showLife(lines: LiveLines, clock: Clock): Promise<void> {
  while (lines.isOpen) {
    lines.showLife();
    await elapsed(clock, SIGN_OF_LIFE_MS);
  }
}

function elapsed(clock: Clock, ms: number): Promise<void> {
  const passed = clock.timeout(ms);
  return new Promise((resolve) => passed.addEventListener("abort", () => resolve()));
}
