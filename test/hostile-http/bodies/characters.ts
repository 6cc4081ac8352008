import { invalid, refused, SERVED } from "../expected.js";
import { type HostileBody, hostileBody } from "./hostile-body.js";
import { customText, gradedText } from "./request-text.js";

const LONE = invalid(/: (?:userCode|problemId): has a lone surrogate$/);
const NO_ID = invalid(/: submissionId: must be 1 to 128/);
const NO_RUNNER = invalid(/: language: there is no runner for /);
const NO_MODE = invalid(/^Invalid input: Unknown executionMode: /);
const NO_PROBLEM = refused("ProblemNotFound", /^There is no problem ".+"; check problemId\.$/);

/** Characters that not every part could hold: halves of surrogate pairs, NUL, controls. */
export const CHARACTER_BODIES: readonly HostileBody[] = [
  hostileBody("a lone high surrogate in code", gradedText({ userCode: '"#\\ud800"' }), LONE),
  hostileBody("a lone low surrogate in code", gradedText({ userCode: '"#\\udfff"' }), LONE),
  hostileBody("surrogates the wrong way", gradedText({ userCode: '"#\\udc00\\ud800"' }), LONE),
  hostileBody(
    "a pair of surrogates in code",
    gradedText({ userCode: '"#\\ud83d\\ude00"' }),
    SERVED,
  ),
  hostileBody("half a pair in problemId", gradedText({ problemId: '"\\udbff"' }), LONE),
  hostileBody(
    "half a pair in a custom test's problemId",
    customText("[1]", { problemId: '"\\ud800x"' }),
    LONE,
  ),
  hostileBody("half a pair in submissionId", gradedText({ submissionId: '"\\ud800"' }), NO_ID),
  hostileBody("half a pair in language", gradedText({ language: '"\\ud800"' }), NO_RUNNER),
  hostileBody("half a pair in executionMode", gradedText({ executionMode: '"\\ud800"' }), NO_MODE),
  hostileBody("half a pair in a case", customText('["\\ud800",{"\\udc00":1}]'), SERVED),
  hostileBody("half a pair in an unknown name", gradedText({ "\ud800": '"\\udc00"' }), SERVED),
  hostileBody("NUL in code", gradedText({ userCode: '"#\\u0000"' }), SERVED),
  hostileBody("NUL in problemId", gradedText({ problemId: '"echo\\u0000"' }), NO_PROBLEM),
  hostileBody("NUL in submissionId", gradedText({ submissionId: '"a\\u0000"' }), NO_ID),
  hostileBody("NUL in language", gradedText({ language: '"python\\u0000"' }), NO_RUNNER),
  hostileBody("NUL in executionMode", gradedText({ executionMode: '"\\u0000"' }), NO_MODE),
  hostileBody("NUL in a case", customText('["\\u0000",{"\\u0000":"a\\u0000b"}]'), SERVED),
  hostileBody("line breaks in problemId", gradedText({ problemId: '"e\\r\\nX-A: b"' }), NO_PROBLEM),
  hostileBody("line separators", customText('["\u2028\u2029\u0085"]'), SERVED),
  hostileBody("characters that look alike", gradedText({ problemId: '"ｅｃｈｏ"' }), NO_PROBLEM),
  hostileBody("noncharacters", customText('["\uffff\u{10ffff}\ufeff"]'), SERVED),
];
