import type { Context } from "hono";
import { finish } from "../../usecases/finish.js";
import type { AppDeps, AppEnv } from "../deps.js";
import { acceptsLive } from "./accepts-live.js";
import type { AnswerForm } from "./answer-form.js";
import { streamWork } from "./stream.js";
import type { CaseEvent, Work } from "./work.js";

/** Answers with what comes of the work: as it happens where the client asks for that, else at its end. */
export async function answerWork<Case extends CaseEvent, Result>(
  c: Context<AppEnv>,
  { clock }: AppDeps,
  work: Work<Case, Result>,
  form: AnswerForm<Case, Result>,
): Promise<Response> {
  if (acceptsLive(c)) return streamWork(c, clock, work, form);
  const text = form.answerText(await finish(work));
  return c.body(text, 200, { "Content-Type": "application/json" });
}
