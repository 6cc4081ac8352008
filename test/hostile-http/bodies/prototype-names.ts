import { invalid, refused, SERVED } from "../expected.js";
import { type HostileBody, hostileBody } from "./hostile-body.js";
import { customText, gradedText } from "./request-text.js";

const NAMES = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "valueOf",
  "hasOwnProperty",
  "__defineGetter__",
  "then",
  "toJSON",
];

const POLLUTION = '{"polluted":true,"prototype":{"polluted":true},"__proto__":{"polluted":true}}';
const GOOD = gradedText({});

const MISSING = invalid(/^Invalid input: Missing userCode$/);

const inEveryField = (name: string): HostileBody[] => [
  hostileBody(`${name} as an unknown member`, gradedText({ [name]: POLLUTION }), SERVED),
  hostileBody(`${name} that is null`, gradedText({ [name]: "null" }), SERVED),
  hostileBody(`${name} around it all`, `{${JSON.stringify(name)}:${GOOD}}`, MISSING),
  hostileBody(
    `${name} as problemId`,
    gradedText({ problemId: JSON.stringify(name) }),
    refused("ProblemNotFound", new RegExp(`^There is no problem "${name}"; check problemId\\.$`)),
  ),
  hostileBody(
    `${name} as language`,
    gradedText({ language: JSON.stringify(name) }),
    invalid(new RegExp(`: there is no runner for "${name}"; there is: python3\\.12, javascript$`)),
  ),
  hostileBody(
    `${name} as executionMode`,
    gradedText({ executionMode: JSON.stringify(name) }),
    invalid(new RegExp(`: Unknown executionMode: ${name}$`)),
  ),
  hostileBody(
    `${name} as submissionId`,
    gradedText({ submissionId: JSON.stringify(name) }),
    SERVED,
  ),
  hostileBody(`${name} in a case`, customText(`[{${JSON.stringify(name)}:${POLLUTION}}]`), SERVED),
];

/** Names that mean something to JavaScript's objects, wherever a request can have a name. */
export const PROTOTYPE_BODIES: readonly HostileBody[] = [
  ...NAMES.flatMap(inEveryField),
  hostileBody(
    "the fields themselves on a prototype",
    '{"userCode":"x","__proto__":{"problemId":"echo","submissionId":"from-the-prototype"}}',
    invalid(/: Missing problemId for GRADE_SUBMISSION$/),
  ),
  hostileBody(
    "the cases on a prototype",
    '{"executionMode":"RUN_CUSTOM_TESTS","userCode":"x","__proto__":{"customTestCases":[1]}}',
    invalid(/: Missing customTestCases for RUN_CUSTOM_TESTS$/),
  ),
  hostileBody("a prototype that is an array", gradedText({ ["__proto__"]: "[]" }), SERVED),
];
