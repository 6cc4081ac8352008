/** The next larger double. */
export function nextUp(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  return withBitsMoved(value, value > 0 ? 1n : -1n);
}

/** The next smaller double. */
export function nextDown(value: number): number {
  return -nextUp(-value);
}

function withBitsMoved(value: number, by: bigint): number {
  const [bits = 0n] = new BigInt64Array(new Float64Array([value]).buffer);
  const [moved = 0] = new Float64Array(new BigInt64Array([bits + by]).buffer);
  return moved;
}

/** Every digit of the mean of two doubles of about the same size, without an exponent. */
export function meanDigits(one: number, other: number): string {
  let power = 1;
  let [a, b] = [one, other];
  // Doubling is exact, and what is no integer is far from overflow.
  while (!Number.isInteger(a) || !Number.isInteger(b)) {
    [a, b, power] = [2 * a, 2 * b, power + 1];
  }
  const coefficient = (BigInt(a) + BigInt(b)) * 5n ** BigInt(power);
  const sign = coefficient < 0n ? "-" : "";
  const digits = String(coefficient)
    .replace("-", "")
    .padStart(power + 1, "0");
  return `${sign}${digits.slice(0, -power)}.${digits.slice(-power)}`;
}
