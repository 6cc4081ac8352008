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

/** What an editor of a language can do. Its colours are in the style sheet. */
export const editing = (mode: LanguageMode): Extension => [
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
  assistanceWhenFocused(mode),
  keymap.of([
    { key: "Mod-f", run: find, preventDefault: true },
    ...defaultKeymap,
    ...historyKeymap,
    ...foldKeymap,
    indentWithTab,
  ]),
];

/** Whoever only reads needs none. */
function assistanceWhenFocused({ loadAssistance }: LanguageMode): Extension {
  const place = new Compartment();
  let asked = false;
  const ask = async (view: EditorView) => {
    if (asked) return;
    asked = true;
    try {
      view.dispatch({ effects: place.reconfigure(await loadAssistance()) });
    } catch {
      // Perhaps it can be had the next time; until then one writes without.
      asked = false;
    }
  };
  return [
    place.of([]),
    EditorView.domEventHandlers({
      focus: (_, view) => {
        void ask(view);
      },
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
export function find(view: EditorView): boolean {
  void import("./search.js").then(({ openSearch }) => openSearch(view));
  return true;
}
