// How two values differ, line by line.
(function differencesOf(kit) {
  "use strict";

  const { own } = kit;
  const LONGEST_LINE = 60;
  const MOST_LINES = 500;
  const shown = (value) => kit.inspect(value);
  const inLines = (value) =>
    kit
      .inspect(value, { compact: false, sorted: true, depth: 1000, breakLength: 1 / 0 })
      .split("\n");

  /** How many lines both have in common, from every place in both to their ends. */
  function commonLines(ours, theirs) {
    const common = Array.from(
      { length: ours.length + 1 },
      () => new Uint16Array(theirs.length + 1),
    );
    for (let a = ours.length - 1; a >= 0; a -= 1) {
      for (let b = theirs.length - 1; b >= 0; b -= 1) {
        const further = Math.max(common[a + 1][b], common[a][b + 1]);
        common[a][b] = ours[a] === theirs[b] ? common[a + 1][b + 1] + 1 : further;
      }
    }
    return common;
  }

  /** Lines of both, as those that are in one alone and those that are in both. */
  function differences(actual, expected) {
    const [ours, theirs] = [inLines(actual), inLines(expected)];
    if (ours.length > MOST_LINES || theirs.length > MOST_LINES) return ["+ ...", "- ..."];
    return [...merged(ours, theirs, commonLines(ours, theirs))];
  }
  const BOTH = { sign: " ", ours: 1, theirs: 1 };
  const OURS = { sign: "+", ours: 1, theirs: 0 };
  const THEIRS = { sign: "-", ours: 0, theirs: 1 };
  function* merged(ours, theirs, common) {
    const stepAt = (a, b) => {
      if (ours[a] === theirs[b]) return BOTH;
      return common[a + 1][b] >= common[a][b + 1] ? OURS : THEIRS;
    };
    let [a, b] = [0, 0];
    while (a < ours.length && b < theirs.length) {
      const step = stepAt(a, b);
      yield `${step.sign} ${step === THEIRS ? theirs[b] : ours[a]}`;
      a += step.ours;
      b += step.theirs;
    }
    yield* ours.slice(a).map((line) => `+ ${line}`);
    yield* theirs.slice(b).map((line) => `- ${line}`);
  }

  /** How two values differ, as Node tells it. */
  kit.compared = (actual, expected) => {
    const one = `${shown(actual)} !== ${shown(expected)}`;
    const areSimple = [actual, expected].every(
      (value) => typeof value !== "object" || value === null,
    );
    if (areSimple && one.length <= LONGEST_LINE && one !== "-0 !== 0" && one !== "0 !== -0")
      return `\n\n${one}\n`;
    return `\n+ actual - expected\n\n${own.join(differences(actual, expected), "\n")}\n`;
  };
});
