import { afterAll, beforeAll, expect, it } from "vitest";
import { type Arena, openArena } from "./arena.js";
import { canRun, describeJail, NEEDS_ROOT } from "./attack-suite.js";
import { loadPrograms } from "./program.js";

// A file of pairs: the first program is hostile, the second is another user's and looks for its traces.
const PROGRAMS = loadPrograms("two_step");
const PAIRS = PROGRAMS.flatMap((hostile, at) => {
  const innocent = PROGRAMS[at + 1];
  return at % 2 === 0 && innocent !== undefined ? [{ hostile, innocent }] : [];
});

describeJail("on one warm environment, a user who comes after one who", () => {
  let arena: Arena;
  beforeAll(async () => {
    arena = await openArena();
  });
  afterAll(() => arena?.close());

  for (const { hostile, innocent } of PAIRS) {
    it(`${hostile.title} ${innocent.title}`, async ({ skip }) => {
      skip(!canRun(hostile), NEEDS_ROOT);
      // Twice: what the first case of a pair leaves may show only after the second.
      for (const program of [hostile, innocent, hostile, innocent]) await arena.attack(program);
    });
  }
});

describeJail("in one batch", () => {
  let arena: Arena;
  beforeAll(async () => {
    arena = await openArena();
  });
  afterAll(() => arena?.close());

  const code = `
import builtins, gc, os, sys
def solution(value):
    if value == "look":
        return [len("four"), getattr(builtins, "mark", None), os.getcwd()]
    builtins.mark = value
    builtins.len = lambda _: 42
    os.chdir("/usr")
    texts = [text for thing in gc.get_objects() if type(thing) is dict for text in thing.values() if type(text) is str]
    print([text for text in texts if "neighbour" in text])
    if value == "exit":
        os._exit(0)
    if value == "kill":
        os.kill(os.getpid(), 9)
    while value == "spin":
        pass
`;
  it.each(["return", "exit", "kill", "spin"])(
    "a case that ends by '%s' changes nothing for its neighbours, nor sees them",
    async (ending) => {
      const inputs = ["look", ending, "look", "a-neighbour", "look"];
      const answer = await arena.world.invoke({ code, inputs, timeoutMs: 2000 });
      const { results } = JSON.parse(answer.text);
      const looks = [0, 2, 4].map((at) => results[at].returnValue);
      expect(looks).toEqual(Array(3).fill([4, null, "/"]));
      expect(results[1].stdout).not.toContain("neighbour");
      expect(results[1].reason).not.toBe("EXECUTOR_ERROR");
    },
  );
});
