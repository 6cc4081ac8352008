/** Returns the number nearest to the target; of two equally near ones the smaller. */
function find_closest({ numbers, target }) {
  // A large integer is a BigInt already; the others become one, so that the distance is exact.
  const distance = (number) => {
    const difference = BigInt(number) - BigInt(target);
    return difference < 0n ? -difference : difference;
  };
  return numbers.reduce((best, number) => {
    const [near, far] = [distance(number), distance(best)];
    return near < far || (near === far && number < best) ? number : best;
  });
}
