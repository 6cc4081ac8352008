import fc from "fast-check";
import { array, type JsonNode, object, scalar, write } from "./json-node.js";
import { numberToken } from "./number-tokens.js";
import { keyToken, stringToken } from "./string-tokens.js";

/** Whitespace that JSON allows between its tokens. */
export const space = fc.constantFrom("", "", " ", "\n", "\t\r\n ");

const constantToken = fc.constantFrom("null", "true", "false");

/** Python writes and reads these; JSON proper, and so a request, does not have them. */
const bareFloatToken = fc.constantFrom("NaN", "Infinity", "-Infinity");

function nodes(token: fc.Arbitrary<string>) {
  return fc.letrec<{ node: JsonNode; array: JsonNode; object: JsonNode }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, depthSize: "small", withCrossShrink: true },
      { weight: 3, arbitrary: token.map(scalar) },
      { weight: 1, arbitrary: tie("array") },
      { weight: 1, arbitrary: tie("object") },
    ),
    array: fc.array(tie("node"), { maxLength: 6 }).map(array),
    object: fc
      .array(fc.record({ key: keyToken, value: tie("node") }), { maxLength: 5 })
      .map(object),
  }));
}

const strict = fc.oneof(
  { weight: 5, arbitrary: numberToken },
  { weight: 3, arbitrary: stringToken },
  { weight: 2, arbitrary: constantToken },
);

const pythonic = nodes(
  fc.oneof({ weight: 20, arbitrary: strict }, { weight: 1, arbitrary: bareFloatToken }),
);

/** Any JSON value that `json.loads` takes, bare NaN and infinities among them. */
export const jsonNode: fc.Arbitrary<JsonNode> = pythonic.node;

/** The same, of arrays only; of what is in some of them there is more than one. */
export const jsonArrayNode: fc.Arbitrary<JsonNode> = fc.oneof(
  pythonic.array,
  fc
    .tuple(
      fc.array(pythonic.node, { minLength: 1, maxLength: 3 }),
      fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 6 }),
    )
    .map(([kinds, picks]) => array(picks.flatMap((pick) => kinds[pick % kinds.length] ?? []))),
);

/** The text of any value of JSON proper. */
export const jsonText: fc.Arbitrary<string> = fc
  .tuple(nodes(strict).node, space)
  .map(([node, between]) => write(node, between));
