/** Lengthens what can be lengthened, round by round: cubic, enough for the small groups. */
function solution(data) {
  const lengths = data.map(() => 1);
  for (let changed = true; changed; ) {
    changed = false;
    for (let index = data.length - 1; index >= 0; index -= 1) {
      for (let before = 0; before < index; before += 1) {
        if (data[before] < data[index] && lengths[before] >= lengths[index]) {
          lengths[index] = lengths[before] + 1;
          changed = true;
        }
      }
    }
  }
  return Math.max(0, ...lengths);
}
