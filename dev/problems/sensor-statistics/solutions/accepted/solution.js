/** Returns the median of at least one reading. */
function middleOf(readings) {
  const ordered = readings.toSorted((one, other) => one - other);
  const half = Math.floor(ordered.length / 2);
  return ordered.length % 2 === 1 ? ordered[half] : (ordered[half - 1] + ordered[half]) / 2;
}

/** Returns one row [name, mean, median] per sensor, in the order of data. */
function solution(data) {
  return Object.entries(data).map(([name, readings]) => {
    if (readings.length === 0) return [name, null, null];
    const sum = readings.reduce((total, reading) => total + reading, 0);
    return [name, sum / readings.length, middleOf(readings)];
  });
}
