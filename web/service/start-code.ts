import type { Calling } from "../../api/domain/entry.js";
import { elementsOf } from "../../client/json-slices.js";
import type { Example } from "./find-examples.js";

/** What a solution begins with where the author of its problem wrote nothing. */
export function startCodeFor(
  { entryFunction, argumentStyle, io }: Calling,
  examples: readonly Example[],
): string {
  if (io === "stdio") return "import sys\n\nfor line in sys.stdin:\n    print(line.strip())\n";
  const input = examples[0]?.input ?? "";
  const [name = "solution", method] = (entryFunction ?? "solution").split(".");
  const names = method === undefined ? [] : ["self"];
  switch (argumentStyle) {
    case "single":
      names.push("data");
      break;
    case "positional":
      names.push(...(input === "" ? ["*data"] : elementsOf(input).map((_, at) => `data${at + 1}`)));
      break;
    case "keyword":
      names.push(...(input === "" ? ["**data"] : Object.keys(JSON.parse(input) as object)));
      break;
  }
  const head = `def ${method ?? name}(${names.join(", ")}):`;
  if (method === undefined) return `${head}\n    return None\n`;
  return `class ${name}:\n    ${head}\n        return None\n`;
}
