/** Numbers in words as short as can be: "1-4, 7". Those beyond the eighth part are counted. */
export function caseList(numbers: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const number of numbers) {
    const last = parts.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else parts.push([number, number]);
  }
  const shown = parts
    .slice(0, MOST)
    .map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`));
  const left = parts.slice(MOST).reduce((sum, [from, to]) => sum + to - from + 1, 0);
  return left === 0 ? shown.join(", ") : `${shown.join(", ")} and ${left} more`;
}

const MOST = 8;
