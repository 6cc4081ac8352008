/** Returns the matrix after the given number of quarter turns clockwise. */
function solution({ matrix, turns }) {
  return matrix;
}
