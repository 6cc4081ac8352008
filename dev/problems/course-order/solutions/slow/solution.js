/** Tries every order. */
function order_courses({ count, before }) {
  const courses = Array.from({ length: count }, (_, index) => count - 1 - index);
  for (const order of permutations(courses)) {
    const place = new Map(order.map((course, index) => [course, index]));
    if (before.every(([first, second]) => place.get(first) < place.get(second))) return order;
  }
  return [];
}

function* permutations(rest, chosen = []) {
  if (rest.length === 0) yield chosen;
  for (const one of rest) {
    yield* permutations(
      rest.filter((other) => other !== one),
      [...chosen, one],
    );
  }
}
