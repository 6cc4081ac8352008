import { findPlace, type Place, stepsOf } from "./json-place.js";

/** A text in three parts, of which the middle one is other than it should be. */
export interface Marked {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/**
 * Marks in a value's text the part that a difference names: a path into it, or a line of a text.
 *
 * @param other the text of the value that it differs from
 */
export function markDifference(text: string, other: string, difference: string): Marked {
  const line = lineNumberOf(difference);
  const place =
    line === undefined
      ? findPlace(text, stepsOf(difference))
      : differingEnd(text, other, (of) => findLine(of, line));
  // All of it is no place.
  const isWhole = difference === "$" || place === undefined;
  const { from, to } = isWhole ? { from: text.length, to: text.length } : place;
  return { before: text.slice(0, from), marked: text.slice(from, to), after: text.slice(to) };
}

/** The number in a difference such as `line 2`. */
export function lineNumberOf(difference: string): number | undefined {
  const [, digits] = /^line (\d+)$/.exec(difference) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

const LINE_END = /\n|\\(?:n|[^n])/g;

/** A line of a text, or of a text in quotes in which line ends are escaped. */
function findLine(text: string, wanted: number): Place | undefined {
  const isQuoted = text.startsWith('"');
  const end = isQuoted && text.length > 1 && text.endsWith('"') ? text.length - 1 : text.length;
  let from = isQuoted ? 1 : 0;
  let number = 1;
  for (const { 0: mark, index } of text.matchAll(LINE_END)) {
    if (mark !== (isQuoted ? "\\n" : "\n")) continue;
    if (number === wanted) return { from, to: index };
    from = index + mark.length;
    number += 1;
  }
  return number === wanted ? { from, to: end } : undefined;
}

/** What of a part is no longer the same as the other's, unless that leaves nothing to be seen. */
function differingEnd(
  text: string,
  other: string,
  find: (text: string) => Place | undefined,
): Place | undefined {
  const place = find(text);
  if (place === undefined) return undefined;
  const mine = text.slice(place.from, place.to);
  const { from = 0, to = 0 } = find(other) ?? {};
  const theirs = other.slice(from, to);
  let same = 0;
  for (const character of mine) {
    if (!theirs.startsWith(character, same)) break;
    same += character.length;
  }
  return same === mine.length ? place : { from: place.from + same, to: place.to };
}
