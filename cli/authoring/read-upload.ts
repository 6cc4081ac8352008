import type { Item } from "../../api/adapters/item.js";
import { VisibleError } from "../../api/domain/errors.js";
import { isObject, memberTexts } from "../../api/domain/json.js";

const BASE64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/;

/**
 * The item of a problem that somebody sends: test cases as the text that they wrote, or as the binary
 * whose base64 they wrote; listed unless it says otherwise.
 *
 * @param text the body, in which numbers have all their digits
 * @throws VisibleError InvalidInput
 */
export function readUpload(problemId: string, body: Item, text: string): Item {
  const { finalTestCases, listed = true, ...others } = body;
  return {
    ...others,
    problemId,
    finalTestCases: storedTestCases(finalTestCases, text),
    ...storedListed(listed),
  };
}

function storedTestCases(sent: unknown, text: string): unknown {
  if (typeof sent === "string") return sent;
  if (isObject(sent) && "gzip" in sent) return binary(sent.gzip);
  return memberTexts(text).get("finalTestCases");
}

function binary(base64: unknown): Uint8Array {
  if (typeof base64 === "string" && BASE64.test(base64)) {
    return new Uint8Array(Buffer.from(base64, "base64"));
  }
  const sentence = 'Invalid input: finalTestCases: must be {"gzip": "…"} with base64 in it';
  throw new VisibleError("InvalidInput", sentence);
}

/** What is a key of an index can only be a text, or not be there. */
function storedListed(listed: unknown): { readonly listed?: unknown } {
  if (listed === false || listed === null) return {};
  return { listed: listed === true ? "Y" : listed };
}
