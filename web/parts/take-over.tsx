import { isFailed, type ShownCase } from "../results/shown-case.js";
import { takenOver } from "../service/taken-over.js";
import type { CaseActions } from "../state/case-actions.js";
import { useWords } from "../words/speech.js";

interface TakeOverProps {
  readonly one: ShownCase;
  readonly actions: CaseActions | undefined;
}

/** Makes a case that failed one of one's own inputs, where its values are whole. */
export function TakeOver({ one, actions }: TakeOverProps) {
  const { results } = useWords();
  const { values } = one;
  const isUsable = isFailed(one) && values !== undefined && takenOver(values) !== undefined;
  if (actions === undefined || !isUsable) return null;
  return (
    <button type="button" class="small" onClick={() => actions.takeOver(values)}>
      {results.takeOver}
    </button>
  );
}
