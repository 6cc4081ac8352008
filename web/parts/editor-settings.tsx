import { useWords } from "../words/speech.js";

interface EditorSettingsProps {
  /** In pixels. */
  readonly fontSize: number;
  readonly wraps: boolean;
  readonly onFontSize: (fontSize: number) => void;
  readonly onWraps: (wraps: boolean) => void;
}

const SMALLEST = 10;
const LARGEST = 24;

/** How code is shown. */
export function EditorSettings({ fontSize, wraps, onFontSize, onWraps }: EditorSettingsProps) {
  const { editor } = useWords();
  return (
    <>
      <button
        type="button"
        class="quiet icon-only"
        aria-label={editor.smaller}
        title={editor.smaller}
        aria-disabled={fontSize <= SMALLEST}
        onClick={() => onFontSize(Math.max(fontSize - 1, SMALLEST))}
      >
        A−
      </button>
      <button
        type="button"
        class="quiet icon-only"
        aria-label={editor.larger}
        title={editor.larger}
        aria-disabled={fontSize >= LARGEST}
        onClick={() => onFontSize(Math.min(fontSize + 1, LARGEST))}
      >
        A+
      </button>
      <button
        type="button"
        class="quiet icon-only"
        aria-label={editor.wrap}
        title={editor.wrap}
        aria-pressed={wraps}
        onClick={() => onWraps(!wraps)}
      >
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2 4h12M2 8h9.5a2.2 2.2 0 0 1 0 4.4H8M9.8 10.4 7.8 12.4l2 2M2 12.4h2.5" />
        </svg>
      </button>
    </>
  );
}
