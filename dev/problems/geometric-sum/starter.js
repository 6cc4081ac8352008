/** Returns base ** 0 + base ** 1 + ... + base ** exponent. */
function solution({ base, exponent }) {
  return 0;
}
