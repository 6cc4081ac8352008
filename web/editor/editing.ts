import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import {
  bracketMatching,
  codeFolding,
  foldGutter,
  foldKeymap,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import { EditorState, type Extension, Prec } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { completion } from "./completion.js";
import type { LanguageMode } from "./language-mode.js";

/** What an editor of a language can do. Its colours are in the style sheet. */
export const editing = (mode: LanguageMode): Extension => [
  EditorView.cspNonce.of(document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? ""),
  lineNumbers(),
  codeFolding(),
  foldGutter(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  highlightSpecialChars(),
  history(),
  drawSelection(),
  mode.support,
  syntaxHighlighting(classHighlighter),
  indentUnit.of(mode.indent),
  EditorState.tabSize.of(4),
  indentOnInput(),
  bracketMatching(),
  closeBrackets(),
  Prec.highest(keymap.of([{ key: "Escape", run: letTabLeave }])),
  completion(mode),
  keymap.of([
    { key: "Mod-f", run: find, preventDefault: true },
    ...closeBracketsKeymap,
    ...defaultKeymap,
    ...historyKeymap,
    ...foldKeymap,
    indentWithTab,
  ]),
];

const LEAVING_MS = 2000;

/** Whatever else Escape closes: without this, Tab would leave only after an Escape that closed nothing. */
function letTabLeave(view: EditorView): boolean {
  view.setTabFocusMode(LEAVING_MS);
  return false;
}

/** What searches comes when somebody searches for the first time. */
export function find(view: EditorView): boolean {
  void import("./search.js").then(({ openSearch }) => openSearch(view));
  return true;
}
