import { openSearchPanel, search, searchKeymap } from "@codemirror/search";
import { StateEffect } from "@codemirror/state";
import { type EditorView, keymap } from "@codemirror/view";

/** The editors that can search already. */
const searching = new WeakSet<EditorView>();

/** Shows the search panel of an editor, above its code. */
export function openSearch(view: EditorView): void {
  if (!searching.has(view)) {
    searching.add(view);
    const extensions = [search({ top: true }), keymap.of(searchKeymap)];
    view.dispatch({ effects: StateEffect.appendConfig.of(extensions) });
  }
  openSearchPanel(view);
}
