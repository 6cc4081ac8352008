import { useWords } from "../words/speech.js";

/** Says so where the service runs no code: every verdict would be a riddle without it. */
export function MockNotice() {
  const { mockNotice } = useWords();
  if (document.documentElement.dataset.executor !== "mock") return null;
  return (
    <aside class="mock-notice">
      <p role="note">{mockNotice}</p>
    </aside>
  );
}
