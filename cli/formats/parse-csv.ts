import { ImportRefused } from "./import-refused.js";

/** What may stand in a cell without quotes, and what ends a cell. */
const PLAIN = /[^",\r\n]*/y;
const END = /,|\r\n|\n|\r|$/y;

/**
 * The rows of a CSV text, in which quoted cells may hold commas, quotes and lines.
 *
 * Source: RFC 4180
 */
export function parseCsv(text: string, name: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const [found] = pattern.exec(text) ?? [];
    at += found?.length ?? 0;
    return found;
  };
  while (at < text.length || row.length > 0) {
    if (text[at] === '"') {
      const close = closingQuote(text, at);
      row.push(text.slice(at + 1, close).replaceAll('""', '"'));
      at = close + 1;
    } else {
      row.push(take(PLAIN) ?? "");
    }
    const end = take(END);
    if (end === undefined) {
      throw new ImportRefused(
        name,
        `row ${rows.length + 1} has a quote that does not end its cell.`,
      );
    }
    if (end === ",") continue;
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
  }
  return rows;
}

/** Where the quote that is opened here is closed; beyond the text where it never is. */
function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at === -1 ? text.length + 1 : at;
}
