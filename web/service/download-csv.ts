import { type CsvValue, writeCsv } from "../../api/domain/csv.js";

/** Has the browser save a table as a file of this name. */
export function downloadCsv(name: string, table: readonly (readonly CsvValue[])[]): void {
  const url = URL.createObjectURL(new Blob([writeCsv(table)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
