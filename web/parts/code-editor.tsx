import { Compartment, EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useLayoutEffect, useRef } from "preact/hooks";
import { goToLine, markedLine, markLine } from "./marked-line.js";
import { pythonEditing } from "./python-editing.js";

export interface CodeEditorProps {
  readonly code: string;
  /** The ids of the elements that name and describe it. */
  readonly labelledBy: string;
  readonly describedBy: string;
  /** At which the code failed. */
  readonly faultLine: number | undefined;
  /** A line to look at; another object asks anew. */
  readonly lookedAt: { readonly line: number } | undefined;
  /** In pixels. */
  readonly fontSize: number;
  readonly wraps: boolean;
  readonly onEdit: (code: string) => void;
}

/** Set anew while the editor is there. */
const wrapping = new Compartment();

/** An editor of one document: another one wants another key, since it has another history to undo. */
export function CodeEditor(props: CodeEditorProps) {
  const { code, labelledBy, describedBy, faultLine, lookedAt, fontSize, wraps, onEdit } = props;
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView | undefined>(undefined);
  const given = useRef({ code, onEdit });
  given.current = { code, onEdit };

  useLayoutEffect(() => {
    const tellOfEdits = EditorView.updateListener.of(({ docChanged, state }) => {
      const text = state.doc.toString();
      if (docChanged && text !== given.current.code) given.current.onEdit(text);
    });
    const names = { "aria-labelledby": labelledBy, "aria-describedby": describedBy };
    const view = new EditorView({
      parent: host.current as HTMLDivElement,
      state: EditorState.create({
        doc: given.current.code,
        extensions: [
          pythonEditing(),
          markedLine,
          wrapping.of([]),
          EditorView.contentAttributes.of(names),
          tellOfEdits,
        ],
      }),
    });
    editor.current = view;
    return () => view.destroy();
  }, [labelledBy, describedBy]);

  // Code that was put in from elsewhere: an edit like any other, which can be undone.
  useLayoutEffect(() => {
    const view = editor.current;
    if (view === undefined || view.state.doc.toString() === code) return;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: code } });
  }, [code]);

  useLayoutEffect(() => {
    const effects = wrapping.reconfigure(wraps ? EditorView.lineWrapping : []);
    editor.current?.dispatch({ effects });
  }, [wraps]);

  // The editor does not see by itself that letters have another size.
  useLayoutEffect(() => editor.current?.requestMeasure(), [fontSize]);

  useLayoutEffect(() => {
    editor.current?.dispatch({ effects: markLine.of(faultLine) });
  }, [faultLine]);

  useLayoutEffect(() => {
    if (editor.current !== undefined && lookedAt !== undefined) {
      goToLine(editor.current, lookedAt.line);
    }
  }, [lookedAt]);

  return <div class="editor" ref={host} style={{ "--code-size": `${fontSize}px` }} />;
}
