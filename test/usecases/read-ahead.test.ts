import { expect, it } from "vitest";
import { readAhead } from "../../api/usecases/read-ahead.js";

const ticks = () => new Promise((later) => setImmediate(later));

it("takes from its source while its reader is busy, and gives all of that at once", async () => {
  const given: number[] = [];
  async function* source() {
    for (let one = 1; one <= 4; one += 1) {
      given.push(one);
      yield [one];
    }
  }
  const taken: (readonly number[])[] = [];
  for await (const some of readAhead(source())) {
    taken.push(some);
    await ticks();
    expect(given).toEqual([1, 2, 3, 4]);
  }
  expect(taken.flat()).toEqual([1, 2, 3, 4]);
  expect(taken.length).toBeLessThanOrEqual(2);
});

it("throws what its source throws, after what came before", async () => {
  async function* source() {
    yield [1];
    throw new Error("broken");
  }
  const taken: number[] = [];
  const reading = async () => {
    for await (const some of readAhead(source())) taken.push(...some);
  };
  await expect(reading()).rejects.toThrow("broken");
  expect(taken).toEqual([1]);
});

it("ends its source when its reader ends", async () => {
  let isEnded = false;
  async function* source() {
    try {
      for (let one = 0; ; one += 1) {
        yield [one];
        await ticks();
      }
    } finally {
      isEnded = true;
    }
  }
  for await (const _ of readAhead(source())) break;
  await expect.poll(() => isEnded).toBe(true);
});

it("gives nothing of an empty source", async () => {
  for await (const some of readAhead([[], []])) expect(some).toBe("never");
});
