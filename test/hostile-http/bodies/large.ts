import { invalid, refused, SERVED } from "../expected.js";
import { type HostileBody, hostileBody } from "./hostile-body.js";
import { customText, gradedText, objectText } from "./request-text.js";

const ENDLESS = `"${"e".repeat(900_000)}"`;
const NO_RUNNER = invalid(
  /: language: there is no runner for ".{1,100}"; there is: python3\.12, javascript$/,
);
const NO_MODE = invalid(/^Invalid input: Unknown executionMode: .{1,100}$/);
const TOO_MANY_CASES = invalid(/: customTestCases: has more than 100 elements$/);

const TOO_LONG = invalid(/^Invalid input: body: has an integer of more than 100,000 digits$/);
const NOT_JSON = invalid(/: body: is not valid JSON$/);

const members = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [index.toString(36), "1"]));
const GOOD = gradedText({}).slice(1);
const TEXTS = JSON.stringify(Array(100).fill("t".repeat(10_000)));
const zeros = (count: number) => `[${Array(count).fill(0).join()}]`;

/** Bodies under 1 MiB in which something is too long, or too many. */
export const LARGE_BODIES: readonly HostileBody[] = [
  hostileBody("endless code", gradedText({ userCode: ENDLESS }), invalid(/: userCode: is larger/)),
  hostileBody("endless problemId", gradedText({ problemId: ENDLESS }), invalid(/: problemId: is/)),
  hostileBody(
    "problemId of 2,048 bytes",
    gradedText({ problemId: `"${"😀".repeat(512)}"` }),
    refused("ProblemNotFound", /^There is no problem "/),
  ),
  hostileBody(
    "endless submissionId",
    gradedText({ submissionId: ENDLESS }),
    invalid(/: submissionId: must be 1 to 128/),
  ),
  hostileBody("endless language", gradedText({ language: ENDLESS }), NO_RUNNER),
  hostileBody("endless executionMode", gradedText({ executionMode: ENDLESS }), NO_MODE),
  hostileBody(
    "an object for a mode",
    gradedText({ executionMode: objectText(members(50_000)) }),
    NO_MODE,
  ),
  hostileBody("endless text for cases", customText(ENDLESS), invalid(/: customTestCases: /)),
  hostileBody("10,000 cases", customText(zeros(10_000)), TOO_MANY_CASES),
  hostileBody("500,000 cases", customText(zeros(500_000)), TOO_MANY_CASES),
  hostileBody("100 cases of 10,000 bytes", customText(TEXTS), SERVED),
  hostileBody("an endless member", gradedText({ extra: ENDLESS }), SERVED),
  hostileBody("an endless name", gradedText({ ["n".repeat(900_000)]: "1" }), SERVED),
  hostileBody("an endless number", gradedText({ extra: "9".repeat(1_000_000) }), TOO_LONG),
  hostileBody("an endless number as a case", customText(`[${"9".repeat(1_000_000)}]`), TOO_LONG),
  hostileBody("an endless exponent as a case", customText(`[1e-${"9".repeat(900_000)}]`), SERVED),
  hostileBody("100,000 more members", gradedText(members(100_000)), SERVED),
  hostileBody("50,000 members in a case", customText(`[${objectText(members(50_000))}]`), SERVED),
  hostileBody("one name 60,000 times", `{${'"userCode":1,'.repeat(60_000)}${GOOD}`, SERVED),
  hostileBody("400,000 commas", gradedText({ extra: `[${",".repeat(400_000)}]` }), NOT_JSON),
  hostileBody("white space only, 1 MiB", " ".repeat(1024 * 1024), NOT_JSON),
];
