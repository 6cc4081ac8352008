import { type CsvValue, writeCsv } from "../../api/domain/csv.js";

/** Safari and Firefox read what is saved some time after they were told to. */
const READ_WITHIN_MS = 60_000;

/** Has the browser save a table as a file of this name. */
export function downloadCsv(name: string, table: readonly (readonly CsvValue[])[]): void {
  const url = URL.createObjectURL(new Blob([writeCsv(table)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), READ_WITHIN_MS);
}
