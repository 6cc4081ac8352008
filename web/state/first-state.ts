import type { Session } from "../session/session.js";
import type { Settings } from "../session/settings.js";
import type { Language } from "../words/speech.js";
import { readAddress } from "./address.js";
import { readKept } from "./kept.js";
import { NO_DRAFT, NO_HISTORY, type State, type Theme } from "./state.js";

/** How the page begins: as it was left, or as the browser prefers. */
export function firstState(
  { users }: Session,
  { submissionsVisibleTo = "everyone" }: Settings,
): State {
  const sub = readKept("user");
  return {
    language: firstLanguage(),
    theme: firstTheme(),
    user: users.find((user) => user.sub === sub) ?? users[0],
    problems: { kind: "loading" },
    problemId: undefined,
    opened: { kind: "loading" },
    view: readAddress(location.hash)?.view ?? "statement",
    draft: NO_DRAFT,
    codeElsewhere: undefined,
    isDraftKept: true,
    refused: undefined,
    run: { kind: "none" },
    lookedAt: undefined,
    history: { ...NO_HISTORY, scope: "problem" },
    submissionsVisibleTo,
    progress: new Map(),
  };
}

/** The one that was chosen last, else the browser's. */
export function firstLanguage(): Language {
  return (readKept("language") ?? navigator.language).startsWith("ko") ? "ko" : "en";
}

/** Undefined: the one that the browser prefers. */
export function firstTheme(): Theme | undefined {
  const name = readKept("theme");
  return name === "light" || name === "dark" ? name : undefined;
}
