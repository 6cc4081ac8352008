/** Returns the indices of the items to take. */
function pack(items, capacity) {
  return [];
}
