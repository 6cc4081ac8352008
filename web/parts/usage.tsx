import { useWords } from "../words/speech.js";

interface UsageProps {
  readonly name: string;
  readonly used: number;
  readonly limit: number;
  readonly write: (amount: number) => string;
}

/** How much of a limit was used, as a figure and a bar. */
export function Usage({ name, used, limit, write }: UsageProps) {
  const { results } = useWords();
  const percent = Math.min(100, (100 * used) / limit);
  return (
    <span class="usage" title={results.usage(name, write(used), write(limit))}>
      <span class="unseen">{results.usage(name, write(used), write(limit))}</span>
      <span class="usage-figure" aria-hidden="true">
        {write(used)}
      </span>
      <span class="usage-bar" aria-hidden="true" data-full={percent >= 100}>
        <i style={{ width: `${percent}%` }} />
      </span>
    </span>
  );
}
