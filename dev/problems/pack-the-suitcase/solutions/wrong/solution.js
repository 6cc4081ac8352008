/** Takes what is worth most for its weight, as long as it fits. */
function pack(items, capacity) {
  const order = [...items.keys()].sort(
    (one, other) => items[other][1] / items[other][0] - items[one][1] / items[one][0],
  );
  let room = capacity;
  return order.filter((index) => {
    if (items[index][0] > room) return false;
    room -= items[index][0];
    return true;
  });
}
