/** Takes whichever of two equally near numbers comes first. */
function find_closest({ numbers, target }) {
  const distance = (number) => Math.abs(number - target);
  return numbers.reduce((best, number) => (distance(number) < distance(best) ? number : best));
}
