/** Compares how often each kind opens and closes; blind to the order. */
function solution(data) {
  const count = (bracket) => data.split(bracket).length;
  return ["()", "[]", "{}", "「」"].every(
    ([opening, closing]) => count(opening) === count(closing),
  );
}
