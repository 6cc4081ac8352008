const OPENING = new Map([
  [")", "("],
  ["]", "["],
  ["}", "{"],
  ["」", "「"],
]);
const OPENERS = new Set(OPENING.values());

/** Returns true if the brackets of the string data are balanced, else false. */
function solution(data) {
  const stillOpen = [];
  for (const character of data) {
    if (OPENERS.has(character)) stillOpen.push(character);
    else if (OPENING.has(character) && stillOpen.pop() !== OPENING.get(character)) return false;
  }
  return stillOpen.length === 0;
}
