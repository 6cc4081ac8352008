const LEAST_PART = 5;

/** The known name that somebody may have meant by one that is not known; undefined when none is like it. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const written = plain(name);
  const same = known.find((one) => plain(one) === written);
  if (same !== undefined) return same;
  const near = known
    .map((one) => ({ one, distance: editDistance(written, plain(one)) }))
    .filter(({ one, distance }) => distance <= Math.min(written.length, one.length) / 4)
    .sort((a, b) => a.distance - b.distance);
  const part = written.length >= LEAST_PART ? written : undefined;
  return near[0]?.one ?? known.find((one) => part !== undefined && plain(one).includes(part));
}

const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** How many characters are left out, added, or another, two that changed places counting as one. */
function editDistance(one: string, other: string): number {
  let [before, row]: number[][] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      const isSwapped =
        i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      next[j] = Math.min(
        at(row, j) + 1,
        at(next, j - 1) + 1,
        at(row, j - 1) + (isSame ? 0 : 1),
        isSwapped ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, row] = [row, next];
  }
  return at(row, other.length);
}

const at = (row: readonly number[] | undefined, index: number) =>
  row?.[index] ?? Number.POSITIVE_INFINITY;
