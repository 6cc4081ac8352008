/** Returns the matrix after the given number of quarter turns clockwise. */
function solution({ matrix, turns }) {
  const left = ((turns % 4) + 4) % 4;
  for (let turn = 0; turn < left; turn += 1) {
    matrix = (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column]).reverse());
  }
  return matrix;
}
