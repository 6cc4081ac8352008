/** Counts the letters, and takes any that nothing beats. */
function solution(data) {
  const groups = [...Map.groupBy(data, (letter) => letter).values()];
  return groups.reduce((most, group) => (group.length > most.length ? group : most))[0];
}
