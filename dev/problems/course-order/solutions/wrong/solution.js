/** Sorts by how many courses come before each, directly. */
function order_courses({ count, before }) {
  const courses = Array.from({ length: count }, (_, course) => course);
  const waitsFor = (course) => before.filter(([, second]) => second === course).length;
  return courses.sort((one, other) => waitsFor(one) - waitsFor(other));
}
