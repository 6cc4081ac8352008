import { classHighlighter, highlightCode as highlight } from "@lezer/highlight";
import type { ComponentChildren } from "preact";
import type { LanguageMode } from "./language-mode.js";

/** Code with its parts in the colours of the editor. */
export function highlightCode(code: string, { support }: LanguageMode): ComponentChildren[] {
  const parts: ComponentChildren[] = [];
  highlight(
    code,
    support.language.parser.parse(code),
    classHighlighter,
    (text, classes) => parts.push(classes === "" ? text : <span class={classes}>{text}</span>),
    () => parts.push("\n"),
  );
  return parts;
}
