import { scrolledTabIndex } from "./scrolled-tab-index.js";

interface FoldedProps {
  readonly title: string;
  readonly text: string;
  readonly isOpen?: boolean;
}

/** A text that is shown when it is asked for; nothing when there is none. */
export function Folded({ title, text, isOpen = false }: FoldedProps) {
  if (text.trim() === "") return null;
  return (
    <details open={isOpen}>
      <summary>{title}</summary>
      <pre tabIndex={scrolledTabIndex(text)}>{text}</pre>
    </details>
  );
}
