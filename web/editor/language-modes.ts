import type { CodeLanguage } from "../service/code-language.js";
import type { LanguageMode } from "./language-mode.js";

/** Each is a part of the script of its own. */
export const LANGUAGE_MODES: Readonly<Record<CodeLanguage, () => Promise<LanguageMode>>> = {
  "python3.12": async () => (await import("./python-mode.js")).pythonMode,
  javascript: async () => (await import("./javascript-mode.js")).javascriptMode,
};
