import { useId } from "preact/hooks";
import { useWords } from "../words/speech.js";
import { IconButton } from "./icon-button.js";
import { ShortcutList } from "./shortcut-list.js";
import { shortcutNames } from "./shortcut-names.js";

interface EditorSettingsProps {
  /** In pixels. */
  readonly fontSize: number;
  readonly wraps: boolean;
  readonly onFontSize: (fontSize: number) => void;
  readonly onWraps: (wraps: boolean) => void;
  readonly onFind: () => void;
}

const SMALLEST = 10;
const LARGEST = 24;

/** How code is shown, and what helps with it. */
export function EditorSettings(props: EditorSettingsProps) {
  const { fontSize, wraps, onFontSize, onWraps, onFind } = props;
  const { editor } = useWords();
  const keysId = useId();
  return (
    <>
      <IconButton
        name={editor.smaller}
        drawing="M1 13 5.2 3l4.2 10M2.6 9.4h5.2M11 5.5h4"
        aria-disabled={fontSize <= SMALLEST}
        onClick={() => onFontSize(Math.max(fontSize - 1, SMALLEST))}
      />
      <IconButton
        name={editor.larger}
        drawing="M1 13 5.2 3l4.2 10M2.6 9.4h5.2M11 5.5h4M13 3.5v4"
        aria-disabled={fontSize >= LARGEST}
        onClick={() => onFontSize(Math.min(fontSize + 1, LARGEST))}
      />
      <IconButton
        name={editor.wrap}
        drawing="M2 4h12M2 8h9.5a2.2 2.2 0 0 1 0 4.4H8M9.8 10.4 7.8 12.4l2 2M2 12.4h2.5"
        aria-pressed={wraps}
        onClick={() => onWraps(!wraps)}
      />
      <IconButton
        name={editor.find}
        drawing="M6.8 2.4a4.4 4.4 0 1 1 0 8.8 4.4 4.4 0 0 1 0-8.8ZM10 10l3.8 3.8"
        title={`${editor.find} (${shortcutNames().find})`}
        onClick={onFind}
      />
      <IconButton
        name={editor.keys}
        drawing="M1.6 4h12.8v8H1.6zM4 6.6h.01M6.7 6.6h.01M9.3 6.6h.01M12 6.6h.01M4.6 9.6h6.8"
        popoverTarget={keysId}
      />
      <div class="keys" id={keysId} popover="auto">
        <h2>{editor.keys}</h2>
        <ShortcutList />
      </div>
    </>
  );
}
