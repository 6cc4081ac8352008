/** Makes every single turn, also those that cancel each other. */
function solution({ matrix, turns }) {
  const columns = () => (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column]));
  for (let left = BigInt(turns); left > 0n; left -= 1n) {
    matrix = columns().map((column) => column.reverse());
  }
  for (let left = BigInt(turns); left < 0n; left += 1n) matrix = columns().reverse();
  return matrix;
}
