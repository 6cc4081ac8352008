import type { JsonText } from "../../api/domain/json.js";

/** The same value without line breaks. Those stand between its parts, since a JSON string has none. */
export function onOneLine(json: string): JsonText {
  const joined = json
    .trim()
    .replace(/([[{]?)\s*\n\s*([\]}]?)/g, (_, open: string, close: string) =>
      open === "" && close === "" ? " " : `${open}${close}`,
    );
  return joined as JsonText;
}
