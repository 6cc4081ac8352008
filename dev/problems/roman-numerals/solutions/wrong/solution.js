const NUMERALS = [
  [1000, "M"],
  [500, "D"],
  [100, "C"],
  [50, "L"],
  [10, "X"],
  [5, "V"],
  [1, "I"],
];

/** Forgets that 4 is IV and 9 is IX. */
function solution(data) {
  let text = "";
  for (const [value, numeral] of NUMERALS) {
    text += numeral.repeat(Math.floor(data / value));
    data %= value;
  }
  return text;
}
