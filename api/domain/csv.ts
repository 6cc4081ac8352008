export type CsvValue = string | number | null;

/** Before each text that a spreadsheet program would take for a formula, so that it stays a text. */
const DEFUSED = "'";

/**
 * Where a cell may begin that a program would calculate: in front, also behind blanks, and, since not every
 * program separates cells by commas, behind the other separators. The wide forms count in East Asian editions.
 */
const FORMULA = /(?<=^|[;\t\r\n])(?=[\s"']*[=+\-@＝＋－＠])|^(?=[\t\r\n])/g;

const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

/**
 * The text of a CSV file as RFC 4180 has it, with the mark at its beginning by which spreadsheet programs see
 * that it is UTF-8. What others have written cannot become a formula in them.
 */
export function writeCsv(rows: readonly (readonly CsvValue[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(writeCell).join(",")}\r\n`).join("")}`;
}

function writeCell(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = value.replace(FORMULA, DEFUSED);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
