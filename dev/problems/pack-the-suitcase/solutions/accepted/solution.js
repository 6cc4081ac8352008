/** Best value for every weight, item by item, with the choice that it takes. */
function pack(items, capacity) {
  const best = Array.from({ length: capacity + 1 }, () => ({ worth: 0, chosen: [] }));
  for (const [index, [weight, value]] of items.entries()) {
    for (let room = capacity; room >= weight; room -= 1) {
      const { worth, chosen } = best[room - weight];
      if (worth + value <= best[room].worth) continue;
      best[room] = { worth: worth + value, chosen: [...chosen, index] };
    }
  }
  return best[capacity].chosen;
}
