/** What is wrong with a stored problem that cannot be graded, as a sentence for whoever sees it. */
export class UnusableProblem extends Error {}

/** What an item says, short enough for a sentence. */
export function quoted(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 100);
}
