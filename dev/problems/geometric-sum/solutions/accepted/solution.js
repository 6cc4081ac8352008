/** Returns base ** 0 + base ** 1 + ... + base ** exponent, in integers of any size. */
function solution({ base, exponent }) {
  let total = 0n;
  for (let power = 0; power <= exponent; power += 1) total = total * BigInt(base) + 1n;
  return total;
}
