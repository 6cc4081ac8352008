import type { Session } from "../session/session.js";
import type { Language } from "../words/speech.js";
import { readAddress } from "./address.js";
import { readKept } from "./kept.js";
import { NO_DRAFT, NO_HISTORY, type State, type Theme } from "./state.js";

/** How the page begins: as it was left, or as the browser prefers. */
export function firstState({ users }: Session): State {
  const sub = readKept("user");
  return {
    language: readLanguage(readKept("language") ?? navigator.language),
    theme: readTheme(readKept("theme")),
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
    progress: new Map(),
  };
}

function readLanguage(tag: string): Language {
  return tag.startsWith("ko") ? "ko" : "en";
}

function readTheme(name: string | undefined): Theme | undefined {
  return name === "light" || name === "dark" ? name : undefined;
}
