/** Takes the upper of the two middle readings as the median. */
function solution(data) {
  return Object.entries(data).map(([name, readings]) => {
    if (readings.length === 0) return [name, null, null];
    const ordered = readings.toSorted((one, other) => one - other);
    const sum = readings.reduce((total, reading) => total + reading, 0);
    return [name, sum / readings.length, ordered[Math.floor(ordered.length / 2)]];
  });
}
