import { type Expected, invalid } from "../expected.js";
import type { HostileBody } from "./hostile-body.js";
import { gradedText } from "./request-text.js";

const GOOD = gradedText({});
const NO_JSON = invalid(/^Invalid input: body: is not valid JSON$/);
const NO_OBJECT = invalid(/^Invalid input: body: expected object/);

/** A good body with one more member in front, as text. */
const withMember = (member: string) => `{${member},${GOOD.slice(1)}`;

const named = (texts: readonly string[], expected: Expected): HostileBody[] =>
  texts.map((text) => {
    const name = JSON.stringify(text.replaceAll(GOOD.slice(1), "…")).slice(0, 60);
    return [name, { body: text }, expected];
  });

const NOT_JSON = named(
  [
    "",
    " \n\t",
    `${GOOD}x`,
    `${GOOD}${GOOD}`,
    `${GOOD}\n${GOOD}`,
    `${GOOD},`,
    `${GOOD}\0`,
    `/* c */${GOOD}`,
    `${GOOD}// c`,
    `{\ufeff${GOOD.slice(1)}`,
    `\u00a0${GOOD}`,
    `\f${GOOD}`,
    GOOD.slice(0, -1),
    GOOD.slice(0, -2),
    GOOD.replaceAll('"', "'"),
    GOOD.replace('"userCode"', "userCode"),
    withMember('"a":NaN'),
    withMember('"a":-Infinity'),
    withMember('"a":undefined'),
    withMember('"a":0x10'),
    withMember('"a":01'),
    withMember('"a":+1'),
    withMember('"a":.5'),
    withMember('"a":1.'),
    withMember('"a":1e'),
    withMember('"a":"\n"'),
    withMember('"a":"\0"'),
    withMember('"a":"\\x41"'),
    withMember('"a":"\\u12"'),
    withMember('"a":tru'),
    withMember('"a":[1,]'),
    withMember('"a" 1'),
    "]",
    "}".repeat(1000),
    "userCode=x&problemId=echo",
    "<grade><userCode>x</userCode></grade>",
  ],
  NO_JSON,
);

const NOT_AN_OBJECT = named(
  ["null", "true", "0", "-1e999", '"text"', "[]", `[${GOOD}]`, JSON.stringify(GOOD)],
  NO_OBJECT,
);

/** Bodies that are no JSON, or JSON of another kind than an object. */
export const MALFORMED_BODIES: readonly HostileBody[] = [...NOT_JSON, ...NOT_AN_OBJECT];
