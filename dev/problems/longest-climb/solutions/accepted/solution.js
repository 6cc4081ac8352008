/** Keeps, for every length, the lowest height that a climb of that length can end at. */
function solution(data) {
  const ends = [];
  for (const height of data) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle] < height) low = middle + 1;
      else high = middle;
    }
    ends[low] = height;
  }
  return ends.length;
}
