/** A step into a value: a key of an object or an index of an array. */
type Step = string | number;

/** Where a part of a text begins, and the offset behind its end. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

const STEP = /\.([\p{L}_][\p{L}\p{M}\p{N}_]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/gu;

/** The steps of a path such as `$.rows[3]["odd key"]`. */
export function stepsOf(path: string): readonly Step[] {
  return [...path.matchAll(STEP)].map(([, word, index, quoted]) => {
    if (index !== undefined) return Number(index);
    return quoted === undefined ? (word ?? "") : (JSON.parse(quoted) as string);
  });
}

/** Where the part that the steps lead to stands in the text of a value, which may be cut. */
export function findPlace(text: string, steps: readonly Step[]): Place | undefined {
  let place: Place | undefined = { from: text.search(/\S/), to: text.trimEnd().length };
  for (const step of steps) {
    const parts: readonly Part[] = partsOf(text, place.from);
    place = typeof step === "number" ? parts[step] : parts.findLast(({ key }) => key === step);
    if (place === undefined) return undefined;
  }
  return place;
}

interface Part extends Place {
  /** Of an object's member. */
  readonly key: string | undefined;
}

/** The members of the array or object that begins here. */
function partsOf(text: string, start: number): Part[] {
  const cuts = cutsOf(text, start);
  return cuts.slice(1).map((end, at) => partBetween(text, (cuts[at] ?? 0) + 1, end));
}

const STRING = '"(?:[^"\\\\]|\\\\.)*"';
const STRUCTURE = new RegExp(`${STRING}?|[[\\]{},]`, "gs");
const DEPTH_CHANGE: Readonly<Record<string, number>> = { "[": 1, "{": 1, "]": -1, "}": -1 };

/** Where the outermost brackets and commas stand; a text that was cut ends with its end. */
function cutsOf(text: string, start: number): number[] {
  const cuts: number[] = [];
  if (!/[[{]/.test(text[start] ?? "")) return cuts;
  let depth = 0;
  STRUCTURE.lastIndex = start;
  for (let found = STRUCTURE.exec(text); found !== null; found = STRUCTURE.exec(text)) {
    const { 0: token, index } = found;
    if (token.startsWith('"')) continue;
    const change = DEPTH_CHANGE[token] ?? 0;
    if (depth === (change === 1 ? 0 : 1)) cuts.push(index);
    depth += change;
    if (depth === 0) return cuts;
  }
  return [...cuts, text.length];
}

const MEMBER = new RegExp(`^(\\s*)(?:(${STRING})\\s*:\\s*)?`, "s");

function partBetween(text: string, start: number, end: number): Part {
  const written = text.slice(start, end);
  const [before = "", , quoted] = MEMBER.exec(written) ?? [];
  return {
    key: quoted === undefined ? undefined : (JSON.parse(quoted) as string),
    from: start + before.length,
    to: start + written.trimEnd().length,
  };
}
