/** Makes every single turn, also those that cancel each other. */
function solution({ matrix, turns }) {
  const columns = () => (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column]));
  for (let left = turns; left > 0; left -= 1) {
    matrix = columns().map((column) => column.reverse());
  }
  for (let left = turns; left < 0; left += 1) matrix = columns().reverse();
  return matrix;
}
