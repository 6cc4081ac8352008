/** Counts every value, and looks into arrays and objects. */
function solution(data) {
  const counts = {};
  const waiting = [data];
  while (waiting.length > 0) {
    const value = waiting.pop();
    const kind = kindOf(value);
    counts[kind] = (counts[kind] ?? 0) + 1;
    if (kind === "array" || kind === "object") waiting.push(...Object.values(value));
  }
  return counts;
}

function kindOf(value) {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value === "bigint" ? "number" : typeof value;
}
