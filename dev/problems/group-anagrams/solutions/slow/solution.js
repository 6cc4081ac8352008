/** Puts a word to the first group of which it is the first word in some order: tries all orders. */
function solution(data) {
  const groups = [];
  for (const word of data) {
    const group = groups.find(([first]) => isOrderOf([...first], "", word));
    if (group === undefined) groups.push([word]);
    else group.push(word);
  }
  return groups;
}

/** Whether the letters that are left make the word in some order, behind those that are laid. */
function isOrderOf(left, laid, word) {
  if (left.length === 0) return laid === word;
  return left.some((letter, i) => isOrderOf(left.toSpliced(i, 1), laid + letter, word));
}
