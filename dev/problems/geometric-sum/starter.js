/** Returns base ** 0 + base ** 1 + ... + base ** exponent, a BigInt once it is beyond 2 ** 53. */
function solution({ base, exponent }) {
  return 0;
}
