import { javascriptLanguage } from "@codemirror/lang-javascript";
import { LanguageSupport } from "@codemirror/language";
import type { LanguageMode } from "./language-mode.js";

export const javascriptMode: LanguageMode = {
  support: new LanguageSupport(javascriptLanguage),
  indent: "  ",
  loadAssistance: async () => (await import("./javascript-assistance.js")).javascriptAssistance(),
};
