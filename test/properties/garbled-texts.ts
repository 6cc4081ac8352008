import fc from "fast-check";
import { write } from "./json-node.js";
import { jsonNode, space } from "./json-texts.js";

const FRAGMENTS = [
  ..."{}[],:\"\\-+.eE01x'#é１ \n\0\u0007\u001f\u007f\v\f\u00a0\ufeff\u2028",
  ...["", "00", "\\u12", "//", "/**/", "[]", "{}", '""', '"a"', '"a":1', '"":', ",1", "NaN:1"],
  ...["NaN", "Infinity", "-Infinity:", "nan", "None", "True", "undefined", "null", "tru"],
];

interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

function edited(text: string, { at, removed, inserted }: Edit): string {
  // By whole characters: half of one could not have come in UTF-8.
  const characters = [...text];
  return characters.toSpliced(at % (characters.length + 1), removed, inserted).join("");
}

/** JSON texts with a character or two changed: some still are JSON, most just are not. */
export const garbledText: fc.Arbitrary<string> = fc
  .record({
    node: jsonNode,
    between: space,
    edits: fc.array(
      fc.record<Edit>({
        at: fc.nat({ max: 60 }),
        removed: fc.nat({ max: 2 }),
        inserted: fc.constantFrom(...FRAGMENTS),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  })
  .map(({ node, between, edits }) => edits.reduce(edited, write(node, between)));
