/** Takes, again and again, a course that nothing is left before. */
function order_courses({ count, before }) {
  const following = Array.from({ length: count }, () => []);
  const missing = Array(count).fill(0);
  for (const [first, second] of before) {
    following[first].push(second);
    missing[second] += 1;
  }
  const ready = missing.flatMap((left, course) => (left === 0 ? [course] : []));
  // What is added meanwhile is walked over as well.
  for (const course of ready) {
    for (const later of following[course]) {
      missing[later] -= 1;
      if (missing[later] === 0) ready.push(later);
    }
  }
  return ready.length === count ? ready : [];
}
