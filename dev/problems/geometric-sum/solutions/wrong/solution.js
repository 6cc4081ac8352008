/** Uses the closed formula, but with numbers that round. */
function solution({ base, exponent }) {
  const b = Number(base);
  if (b === 1) return exponent + 1;
  return (b ** (exponent + 1) - 1) / (b - 1);
}
