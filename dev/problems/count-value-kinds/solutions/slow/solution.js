const KINDS = {
  number: (value) => typeof value === "number" || typeof value === "bigint",
  string: (value) => typeof value === "string",
  boolean: (value) => typeof value === "boolean",
  null: (value) => value === null,
  array: (value) => Array.isArray(value),
  object: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
};

/** Counts each kind by itself, but has all kinds counted in what is inside: six calls a level. */
function solution(data) {
  const inside = typeof data === "object" && data !== null ? Object.values(data) : [];
  const counts = {};
  for (const [kind, isOfKind] of Object.entries(KINDS)) {
    const count = inside.reduce(
      (sum, value) => sum + (solution(value)[kind] ?? 0),
      Number(isOfKind(data)),
    );
    if (count > 0) counts[kind] = count;
  }
  return counts;
}
