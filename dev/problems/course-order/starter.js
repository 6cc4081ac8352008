/** Returns the courses 0 … count − 1 in an order in which they can be taken. */
function order_courses({ count, before }) {
  return Array.from({ length: count }, (_, course) => course);
}
