import type { Item } from "../../api/adapters/item.js";

/** A stored problem as it can be sent again, to be stored as the same. */
export function toUpload({ finalTestCases, listed = false, ...others }: Item): Item {
  return {
    ...Object.fromEntries(Object.entries(others).map(([name, value]) => [name, toJson(value)])),
    ...(finalTestCases !== undefined && {
      finalTestCases:
        finalTestCases instanceof Uint8Array
          ? { gzip: Buffer.from(finalTestCases).toString("base64") }
          : finalTestCases,
    }),
    listed,
  };
}

/** JSON has no sets. */
function toJson(value: unknown): unknown {
  return value instanceof Set ? [...value] : value;
}
