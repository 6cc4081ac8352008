import { pythonLanguage } from "@codemirror/lang-python";
import { classHighlighter, highlightCode } from "@lezer/highlight";
import type { ComponentChildren } from "preact";

/** Python with its parts in the colours of the editor. */
export function highlightPython(code: string): ComponentChildren[] {
  const parts: ComponentChildren[] = [];
  highlightCode(
    code,
    pythonLanguage.parser.parse(code),
    classHighlighter,
    (text, classes) => parts.push(classes === "" ? text : <span class={classes}>{text}</span>),
    () => parts.push("\n"),
  );
  return parts;
}
