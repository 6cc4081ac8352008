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
import { Compartment, EditorState, type Extension, Prec } from "@codemirror/state";
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
import type { LanguageMode } from "./language-mode.js";
import { loadOrTell, type TellMissing } from "./missing.js";

/** What an editor of a language can do. Its colours are in the style sheet. */
export const editing = (mode: LanguageMode, tell: TellMissing): Extension => [
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
  Prec.highest(keymap.of([{ key: "Escape", run: letTabLeave }])),
  assistanceWhenFocused(mode, tell),
  keymap.of([
    { key: "Mod-f", run: (view) => find(view, tell), preventDefault: true },
    ...defaultKeymap,
    ...historyKeymap,
    ...foldKeymap,
    indentWithTab,
  ]),
];

/** Whoever only reads needs none. */
function assistanceWhenFocused({ loadAssistance }: LanguageMode, tell: TellMissing): Extension {
  const place = new Compartment();
  let asked = false;
  const ask = (view: EditorView) => {
    if (asked) return;
    asked = true;
    const use = (extension: Extension) => view.dispatch({ effects: place.reconfigure(extension) });
    void loadOrTell("assistance", loadAssistance, use, tell);
  };
  return [
    place.of([]),
    EditorView.domEventHandlers({
      focus: (_, view) => ask(view),
    }),
  ];
}

const LEAVING_MS = 2000;

/** Whatever else Escape closes: without this, Tab would leave only after an Escape that closed nothing. */
function letTabLeave(view: EditorView): boolean {
  view.setTabFocusMode(LEAVING_MS);
  return false;
}

/** What searches comes when somebody searches for the first time. */
export function find(view: EditorView, tell: TellMissing): boolean {
  const load = () => import("./search.js");
  void loadOrTell("search", load, ({ openSearch }) => openSearch(view), tell);
  return true;
}
