import { pythonLanguage } from "@codemirror/lang-python";
import { LanguageSupport } from "@codemirror/language";
import type { LanguageMode } from "./language-mode.js";

export const pythonMode: LanguageMode = {
  support: new LanguageSupport(pythonLanguage),
  indent: "    ",
  loadAssistance: async () => (await import("./python-assistance.js")).pythonAssistance(),
};
