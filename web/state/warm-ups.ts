import type { CodeLanguage } from "../service/code-language.js";
import { graderFor } from "../service/grader-for.js";
import type { Session, User } from "../session/session.js";

const PAUSE_MS = 60_000;

export type WarmUp = (user: User, language: CodeLanguage) => void;

/**
 * Has an executor made ready for a user and a language, once a minute at most. Nobody waits for it, and whether it
 * worked shows only in how long the first run takes.
 */
export function warmUps(session: Session): WarmUp {
  const lastMs = new Map<string, number>();
  return (user, language) => {
    const executor = `${language}/${user.sub}`;
    const nowMs = performance.now();
    const isMock = document.documentElement.dataset.executor === "mock";
    if (isMock || nowMs - (lastMs.get(executor) ?? Number.NEGATIVE_INFINITY) < PAUSE_MS) return;
    lastMs.set(executor, nowMs);
    graderFor(session, user)
      .warmUp({ language })
      .catch(() => {});
  };
}
