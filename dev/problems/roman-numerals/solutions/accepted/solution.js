const NUMERALS = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

/** Writes down the largest numeral that fits, again and again. */
function solution(data) {
  let text = "";
  for (const [value, numeral] of NUMERALS) {
    text += numeral.repeat(Math.floor(data / value));
    data %= value;
  }
  return text;
}
