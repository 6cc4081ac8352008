import { ImportRefused } from "./import-refused.js";

/**
 * The rows of a CSV text, in which quoted cells may hold commas, quotes and lines.
 *
 * Source: RFC 4180
 */
export function parseCsv(text: string, name: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;
  while (cell.lastIndex < text.length || row.length > 0) {
    const found = cell.exec(text);
    if (found === null) {
      throw new ImportRefused(
        name,
        `row ${rows.length + 1} has a quote that does not end its cell.`,
      );
    }
    const [, quoted, plain = "", end] = found;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
    if (end === "") break;
  }
  return rows;
}
