const PAIRS = new Set(["()", "[]", "{}", "「」"]);

/** Takes out the first pair that stands side by side, and begins anew: quadratic. */
function solution(data) {
  const brackets = [...data].filter((character) => "()[]{}「」".includes(character));
  while (true) {
    const first = brackets.findIndex((bracket, i) => PAIRS.has(bracket + brackets[i + 1]));
    if (first === -1) return brackets.length === 0;
    brackets.splice(first, 2);
  }
}
