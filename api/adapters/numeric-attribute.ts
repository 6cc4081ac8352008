/** A finite number, given as one or as its text. */
export function asNumber(value: unknown): number | undefined {
  if (typeof value !== "number" && typeof value !== "string") return undefined;
  const isNumeric = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\s*$/.test(String(value));
  const number = Number(value);
  return isNumeric && Number.isFinite(number) ? number : undefined;
}
