/** Tries every choice. */
function pack(items, capacity) {
  let [best, chosen] = [-1, []];
  const choose = (index, room, worth, taken) => {
    if (index === items.length) {
      if (worth > best) [best, chosen] = [worth, taken];
      return;
    }
    const [weight, value] = items[index];
    choose(index + 1, room, worth, taken);
    choose(index + 1, room - weight, room >= weight ? worth + value : -1e9, [...taken, index]);
  };
  choose(0, capacity, 0, []);
  return chosen;
}
