import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";

/** Marks a line, counted from 1, and no other; none when it is undefined or not there. */
export const markLine = StateEffect.define<number | undefined>();

const FAULT = Decoration.line({ class: "cm-faultLine" });

/** The line at which the code failed. It keeps its mark while others are edited. */
export const markedLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { effects, changes, newDoc }) {
    for (const effect of effects) {
      if (!effect.is(markLine)) continue;
      const { value: line } = effect;
      const isThere = line !== undefined && line >= 1 && line <= newDoc.lines;
      return isThere ? Decoration.set(FAULT.range(newDoc.line(line).from)) : Decoration.none;
    }
    return marks.map(changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Puts the cursor at the beginning of a line, in the middle of what is seen. */
export function goToLine(view: EditorView, line: number): void {
  const { doc } = view.state;
  const { from } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  view.dispatch({
    selection: { anchor: from },
    effects: EditorView.scrollIntoView(from, { y: "center" }),
  });
  view.focus();
}
