/** What `--json` writes, for programs and for whoever reads it too. */
export const jsonResult = (result: unknown): string => `${JSON.stringify(result, undefined, 2)}\n`;
