import type { View } from "../state/state.js";
import { useWords } from "../words/speech.js";

interface ViewSwitchProps {
  readonly views: readonly View[];
  readonly view: View;
  readonly onChoose: (view: View) => void;
}

export function ViewSwitch({ views, view, onChoose }: ViewSwitchProps) {
  const words = useWords();
  return (
    <nav class="views" aria-label={words.viewsLabel}>
      {views.map((name) => (
        <button
          key={name}
          type="button"
          aria-current={name === view ? "page" : undefined}
          onClick={() => onChoose(name)}
        >
          {words.views[name]}
        </button>
      ))}
    </nav>
  );
}
