import { useWords } from "../words/speech.js";
import { SHORTCUTS, shortcutNames } from "./shortcut-names.js";

/** What can be done with keys. */
export function ShortcutList() {
  const { editor } = useWords();
  const names = shortcutNames();
  return (
    <ul class="shortcuts">
      {SHORTCUTS.map((what) => (
        <li key={what}>
          <kbd>{names[what]}</kbd> {editor.shortcuts[what]}
        </li>
      ))}
    </ul>
  );
}
