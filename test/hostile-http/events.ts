import { functionUrlEvent } from "../support/aws/function-url-event.js";
import { GOOD_BODY } from "../support/http/post-grade.js";
import { type Expected, invalid, refused, SERVED } from "./expected.js";

type Headers = Readonly<Record<string, string>>;

/** An event by what is unusual about it, made with the usual headers, and its answer. */
export type HostileEvent = readonly [
  name: string,
  make: (usual: Headers) => unknown,
  expected: Expected,
];

const MIB = 1024 * 1024;
const GOOD = JSON.stringify(GOOD_BODY);
const NOTHING_THERE = refused("NotFound", /^There is nothing at /);
const NO_METHOD = refused("MethodNotAllowed", /^\/\w+ does not take \w+; it takes \w+, OPTIONS\.$/);
const NOT_THROUGH = refused("Forbidden", /must come through the service's own domain/);
const NO_TOKEN = refused("Unauthorized", /^Send an ID token/);
const TOO_LARGE = refused("PayloadTooLarge", /bytes; at most 1048576 are taken/);

const MANY_HEADERS = Object.fromEntries(Array.from(Array(300).keys(), (n) => [`x-${n}`, "1"]));

const posted = (
  name: string,
  changes: Readonly<Record<string, unknown>>,
  expected: Expected,
): HostileEvent => [
  name,
  (headers) => functionUrlEvent("POST", "/grade", { headers, body: GOOD, ...changes }),
  expected,
];
const sentWith = (name: string, headers: Headers, expected: Expected): HostileEvent => [
  name,
  (usual) => functionUrlEvent("POST", "/grade", { headers: { ...usual, ...headers }, body: GOOD }),
  expected,
];
const at = (path: string, expected: Expected): HostileEvent => [
  `path ${path.slice(0, 40)}`,
  (headers) => functionUrlEvent("POST", path, { headers, body: GOOD }),
  expected,
];
const asked = (method: string, path: string, body: unknown, expected: Expected): HostileEvent => [
  `${method} ${path} with ${JSON.stringify(body)} for a body`,
  (headers) => functionUrlEvent(method, path, { headers, body }),
  expected,
];
const encoded = (text: string) => ({
  body: Buffer.from(text).toString("base64"),
  isBase64Encoded: true,
});

const NO_REQUEST = invalid(/: event: is not a request to the function's URL$/);

const httpEvent = (http: object) =>
  functionUrlEvent("GET", "/health", { requestContext: { domainName: "a.example", http } });

/** Source: EventBridge user guide, "Scheduled events". */
const SCHEDULED = {
  version: "0",
  id: "89d1a02d-5ec7-412e-82f5-13505f849b41",
  "detail-type": "Scheduled Event",
  source: "aws.events",
  account: "123456789012",
  time: "2026-11-29T00:00:00Z",
  region: "us-east-1",
  resources: ["arn:aws:events:us-east-1:123456789012:rule/every-minute"],
  detail: {},
};

/** Events that can reach the function, beside those with a hostile body. */
export const HOSTILE_EVENTS: readonly HostileEvent[] = [
  posted("1 MiB", { body: GOOD.padEnd(MIB) }, SERVED),
  posted("1 MiB in base64", encoded(GOOD.padEnd(MIB)), SERVED),
  posted("a byte more", { body: GOOD.padEnd(MIB + 1) }, TOO_LARGE),
  posted("a byte more in base64", encoded(GOOD.padEnd(MIB + 1)), TOO_LARGE),
  posted("4 MiB in base64", encoded(GOOD.padEnd(4 * MIB)), TOO_LARGE),
  posted("1 MiB of three-byte characters", { body: "가".repeat(MIB / 3 + 1) }, TOO_LARGE),
  posted("no body", { body: undefined }, invalid(/: body: is not valid JSON$/)),
  posted("null for a body", { body: null }, invalid(/: body: is not valid JSON$/)),
  posted("no headers", { headers: undefined }, NOT_THROUGH),
  posted("null for headers", { headers: null }, NOT_THROUGH),
  posted("a query", { rawQueryString: "__proto__[a]=b&a=%ff&a" }, SERVED),
  posted("cookies", { cookies: ["a=b", "__proto__=c", "x".repeat(8000)] }, SERVED),
  sentWith("another origin secret", { "x-origin-verify": "x".repeat(25) }, NOT_THROUGH),
  sentWith("two origin secrets", { "x-origin-verify": "origin-secret-of-the-test,a" }, NOT_THROUGH),
  sentWith("an origin secret beyond ASCII", { "x-origin-verify": "비밀" }, NOT_THROUGH),
  sentWith("a token beyond ASCII", { authorization: "Bearer é" }, NO_TOKEN),
  sentWith("two tokens", { authorization: "Bearer a.b.c,Bearer d.e.f" }, NO_TOKEN),
  sentWith("an empty token", { authorization: "" }, NO_TOKEN),
  sentWith("a length that is not true", { "content-length": "5" }, SERVED),
  sentWith("framing that is not true", { "transfer-encoding": "chunked" }, SERVED),
  sentWith("a header named __proto__", JSON.parse('{"__proto__":"a"}'), SERVED),
  sentWith("300 headers", MANY_HEADERS, SERVED),
  sentWith("a header of 8 KiB", { "x-long": "a".repeat(8192) }, SERVED),
  ...["/", "//grade", "/grade/", "/GRADE", "/grade%2f", "/%zz", "/%ff", "/grade%00"].map((path) =>
    at(path, NOTHING_THERE),
  ),
  at(`/${"a".repeat(8000)}`, NOTHING_THERE),
  at("/x/../grade", SERVED),
  at("/%67rade", SERVED),
  ...["GET", "PUT", "DELETE", "PATCH", "PROPFIND"].map((method) =>
    asked(method, "/grade", undefined, NO_METHOD),
  ),
  asked("GET", "/health", undefined, SERVED),
  asked("GET", "/health", GOOD, SERVED),
  asked("HEAD", "/health", GOOD, SERVED),
  asked("GET", "/grade", GOOD, NO_METHOD),
  asked("GET", "/nowhere", GOOD, NOTHING_THERE),
  ...["TRACE", "trace", "TRACK", "CONNECT", "GET /", "", "메서드"].map((method) =>
    asked(method, "/grade", undefined, invalid(/: method: is not one that this function takes$/)),
  ),
  ["a method that is none", () => httpEvent({ method: 5 }), NO_REQUEST],
  ["no http", () => functionUrlEvent("GET", "/health", { requestContext: {} }), NO_REQUEST],
  ["an event of the scheduler", () => SCHEDULED, NO_REQUEST],
  ["an event of the console's test", () => ({ key1: "value1", key2: "value2" }), NO_REQUEST],
  ["an empty event", () => ({}), NO_REQUEST],
  ["null for an event", () => null, NO_REQUEST],
  ["a text for an event", () => "warm up", NO_REQUEST],
];
