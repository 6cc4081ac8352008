import type { RefObject } from "preact";
import { useWords } from "../words/speech.js";

interface SplitterProps {
  /** What it moves: the line between two columns, or between two rows. */
  readonly between: "columns" | "rows";
  /** Around both sides. */
  readonly whole: RefObject<HTMLElement | null>;
  /** How much of the whole is before the line, in percent. */
  readonly percent: number;
  readonly onMove: (percent: number) => void;
}

const LEAST = 15;
const MOST = 85;
const STEP = 4;

/** A line between two parts of the page that can be dragged, or moved with the arrow keys. */
export function Splitter({ between, whole, percent, onMove }: SplitterProps) {
  const { panes } = useWords();
  const move = (wanted: number) => onMove(Math.round(Math.min(Math.max(wanted, LEAST), MOST)));
  const [less, more] =
    between === "columns" ? ["ArrowLeft", "ArrowRight"] : ["ArrowUp", "ArrowDown"];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved
    <div
      class="splitter"
      role="separator"
      tabIndex={0}
      aria-label={panes[between]}
      aria-orientation={between === "columns" ? "vertical" : "horizontal"}
      aria-valuenow={percent}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      onKeyDown={(event) => {
        if (event.key !== less && event.key !== more) return;
        event.preventDefault();
        move(percent + (event.key === more ? STEP : -STEP));
      }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        const box = whole.current?.getBoundingClientRect();
        if (box === undefined) return;
        move(
          between === "columns"
            ? (100 * (event.clientX - box.left)) / box.width
            : (100 * (event.clientY - box.top)) / box.height,
        );
      }}
    />
  );
}
