import { Compartment, EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useLayoutEffect, useRef } from "preact/hooks";
import { editing, find } from "./editing.js";
import type { LanguageMode } from "./language-mode.js";
import { goToLine, markedLine, markLine } from "./marked-line.js";
import type { TellMissing } from "./missing.js";

export interface CodeEditorProps {
  readonly mode: LanguageMode;
  readonly code: string;
  /** The ids of the elements that name and describe it. */
  readonly labelledBy: string;
  readonly describedBy: string;
  /** At which the code failed. */
  readonly faultLine: number | undefined;
  /** A line to look at; another object asks anew. */
  readonly lookedAt: { readonly line: number } | undefined;
  /** That somebody wants to find something; another object asks anew. */
  readonly searched: object | undefined;
  /** In pixels. */
  readonly fontSize: number;
  readonly wraps: boolean;
  /** What the editor itself says, by what it says in English. */
  readonly phrases: Readonly<Record<string, string>>;
  readonly onEdit: (code: string) => void;
  readonly onMissing: TellMissing;
}

/** Set anew while the editor is there. */
const wrapping = new Compartment();
const phrasing = new Compartment();

/** An editor of one document in one language: another one wants another key, since it has another history to undo. */
export function CodeEditor(props: CodeEditorProps) {
  const { mode, code, labelledBy, describedBy, faultLine, lookedAt, fontSize, wraps } = props;
  const { searched, phrases, onEdit, onMissing } = props;
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView | undefined>(undefined);
  const given = useRef({ code, onEdit });
  given.current = { code, onEdit };

  useLayoutEffect(() => {
    const tellOfEdits = EditorView.updateListener.of(({ docChanged, state }) => {
      const text = state.doc.toString();
      if (docChanged && text !== given.current.code) given.current.onEdit(text);
    });
    const attributes = {
      "aria-labelledby": labelledBy,
      "aria-describedby": describedBy,
      // That it can have the focus goes without saying, but some tools want it said.
      tabindex: "0",
    };
    const view = new EditorView({
      parent: host.current as HTMLDivElement,
      state: EditorState.create({
        doc: given.current.code,
        extensions: [
          editing(mode, onMissing),
          markedLine,
          wrapping.of([]),
          phrasing.of([]),
          EditorView.contentAttributes.of(attributes),
          tellOfEdits,
        ],
      }),
    });
    editor.current = view;
    return () => view.destroy();
  }, [mode, labelledBy, describedBy, onMissing]);

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

  useLayoutEffect(() => {
    if (editor.current !== undefined) setPhrases(editor.current, phrases);
  }, [phrases]);

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

  // What was asked of an editor before is nothing to this one.
  const askedBefore = useRef(searched);
  useLayoutEffect(() => {
    if (editor.current !== undefined && searched !== askedBefore.current) {
      find(editor.current, onMissing);
    }
  }, [searched, onMissing]);

  return <div class="editor" ref={host} style={{ "--code-size": `${fontSize}px` }} />;
}

/** Of an editor that says other words all is made anew, also what searches in it and has the focus. */
function setPhrases(view: EditorView, phrases: CodeEditorProps["phrases"]): void {
  const field = view.dom.querySelector<HTMLElement>(".cm-panels [name]:focus");
  // It takes over what is written in it; when it goes away that would be too late, and a fault.
  field?.blur();
  view.dispatch({ effects: phrasing.reconfigure(EditorState.phrases.of(phrases)) });
  if (field === null) return;
  view.dom.querySelector<HTMLElement>(`.cm-panels [name="${field.getAttribute("name")}"]`)?.focus();
}
