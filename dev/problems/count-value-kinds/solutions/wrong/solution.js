/** Counts by typeof alone, to which null is an object and a BigInt no number. */
function solution(data) {
  const counts = {};
  const count = (value) => {
    const kind = Array.isArray(value) ? "array" : typeof value;
    counts[kind] = (counts[kind] ?? 0) + 1;
    for (const inner of kind === "array" ? value : Object.values(value ?? {})) {
      if (kind === "array" || kind === "object") count(inner);
    }
  };
  count(data);
  return counts;
}
