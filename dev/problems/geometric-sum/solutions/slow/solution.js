/** Each sum is the one before and a power, which two earlier sums give: as many calls as rabbits. */
function solution({ base, exponent }) {
  const sumUpTo = (last) => {
    if (last < 1) return BigInt(last + 1);
    const lastPower = sumUpTo(last - 1) - sumUpTo(last - 2);
    return sumUpTo(last - 1) + BigInt(base) * lastPower;
  };
  return sumUpTo(Number(exponent));
}
