/** Returns the number nearest to the target; of two equally near ones the smaller. */
function find_closest({ numbers, target }) {
  const distance = (number) => Math.abs(number - target);
  return numbers.reduce((best, number) => {
    const [near, far] = [distance(number), distance(best)];
    return near < far || (near === far && number < best) ? number : best;
  });
}
