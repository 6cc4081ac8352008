import { type Expected, invalid, refused, SERVED, unparsed } from "./expected.js";
import type { RequestParts } from "./request-bytes.js";

/** A request by what is unusual about its head, and what it must be answered with. */
export type HostileHead = readonly [name: string, parts: RequestParts, expected: Expected];

const NO_TOKEN = refused("Unauthorized", /^Send an ID token: Authorization: Bearer <token>\.$/);
const NO_JSON_TYPE = refused("UnsupportedMediaType", /send Content-Type: application\/json/);
const NOT_LOCAL = refused("Forbidden", /answers pages of this machine only/);
const NOTHING_THERE = refused("NotFound", /^There is nothing at \/.*; check the path\.$/s);
const NO_METHOD = refused("MethodNotAllowed", /^\/\w* does not take \w+; it takes \w+, OPTIONS\.$/);

const line = (requestLine: string, expected: Expected): HostileHead => [
  requestLine.slice(0, 50),
  { line: requestLine },
  expected,
];
const header = (headerLine: string, expected: Expected): HostileHead => [
  JSON.stringify(headerLine.slice(0, 50)),
  { headers: [headerLine] },
  expected,
];
const host = (name: string, expected: Expected): HostileHead => [
  `Host: ${name}`,
  { without: ["Host"], headers: [`Host: ${name}`] },
  expected,
];
const many = (count: number) => Array.from({ length: count }, (_, index) => `X-${index}: 1`);

const HEADERS: HostileHead[] = [
  header(`X: ${"a".repeat(14_000)}`, SERVED),
  header(`X: ${"a".repeat(16 * 1024)}`, unparsed(431)),
  header(`X: ${"a".repeat(64 * 1024)}`, unparsed(431)),
  header(`${"x".repeat(64 * 1024)}: a`, unparsed(431)),
  header(`Cookie: ${"a=b; ".repeat(20_000)}`, unparsed(431)),
  ["90 headers more", { headers: many(90) }, SERVED],
  ["100 headers more", { headers: many(100) }, unparsed(431)],
  ["5,000 headers more", { headers: many(5000) }, unparsed(431)],
  header("Authorization: Bearer another", NO_TOKEN),
  ["another Authorization first", { before: ["Authorization: Bearer another"] }, NO_TOKEN],
  ["an empty Authorization first", { before: ["Authorization:"] }, NO_TOKEN],
  header("Content-Type: text/plain", NO_JSON_TYPE),
  header("Content-Type: application/json", NO_JSON_TYPE),
  ["another Content-Type first", { before: ["Content-Type: text/plain"] }, NO_JSON_TYPE],
  header("X: a\r\n folded", unparsed(400)),
  header("X: a\x01b", unparsed(400)),
  header("X: a\x00b", unparsed(400)),
  header("X: a\rb", unparsed(400)),
  header("X: a\nb", unparsed(400)),
  header("X y: a", unparsed(400)),
  header("X : a", unparsed(400)),
  header(": a", unparsed(400)),
  header("X", unparsed(400)),
  header("X: \xff\xfe", SERVED),
  header("__proto__: a", SERVED),
  header("constructor: a", SERVED),
  header("Expect: 100-continue", SERVED),
  header("Expect: 200-ok", unparsed(417)),
  header("Upgrade: websocket", SERVED),
  header("X-HTTP-Method-Override: DELETE", SERVED),
  header("X-Forwarded-Host: evil.example", SERVED),
  header("X-Request-Id: chosen-by-the-client", SERVED),
  header("Origin: https://evil.example", NOT_LOCAL),
  header("Origin: null", NOT_LOCAL),
];

const HOSTS: HostileHead[] = [
  host("evil.example", NOT_LOCAL),
  host("127.0.0.1.evil.example", NOT_LOCAL),
  host("127.0.0.1@evil.example", unparsed(400)),
  host("", NOT_LOCAL),
  host("a b/c", unparsed(400)),
  host("[::1", unparsed(400)),
  host("\xff", unparsed(400)),
  host("127.0.0.1:99999", unparsed(400)),
  host("localhost:1", SERVED),
  header("Host: evil.example", NOT_LOCAL),
  ["another Host first", { before: ["Host: evil.example"] }, NOT_LOCAL],
  ["no Host", { without: ["Host"] }, unparsed(400)],
  ["no Host, by HTTP/1.0", { line: "POST /grade HTTP/1.0", without: ["Host"] }, NOT_LOCAL],
];

const VERSIONS: HostileHead[] = [
  line("POST /grade HTTP/1.0", SERVED),
  line("POST /grade HTTP/1.2", unparsed(400)),
  line("POST /grade HTTP/9.9", unparsed(400)),
  line("POST /grade HTTPS/1.1", unparsed(400)),
  line("POST /grade", SERVED),
  ["HTTP/0.9", { raw: "GET /health\r\n\r\n" }, NOT_LOCAL],
  ["HTTP/2", { raw: "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" }, unparsed(400)],
  ["TLS", { raw: "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" }, unparsed(400)],
  ["another protocol", { raw: "SSH-2.0-OpenSSH_9.6\r\n" }, unparsed(400)],
  ["NUL bytes", { raw: "\0".repeat(100) }, unparsed(400)],
  ["line feeds only", { raw: "POST /grade HTTP/1.1\nHost: 127.0.0.1\n\n" }, unparsed(400)],
];

const METHODS: HostileHead[] = [
  ...["GET", "PUT", "PATCH", "DELETE", "TRACE", "QUERY", "PROPFIND"].map((method) =>
    line(`${method} /grade HTTP/1.1`, NO_METHOD),
  ),
  line("TRACE /health HTTP/1.1", NO_METHOD),
  line("POST /health HTTP/1.1", NO_METHOD),
  line("GET /health HTTP/1.1", SERVED),
  line("HEAD /health HTTP/1.1", SERVED),
  ...["FOO", "post", "POST\0", "P\xd6ST", "", "TRACK"].map((method) =>
    line(`${method} /grade HTTP/1.1`, unparsed(400)),
  ),
];

const TARGETS: HostileHead[] = [
  ...[
    "//grade",
    "/grade/",
    "/grade//",
    "/grade;a=b",
    "/GRADE",
    "/grade%2f",
    "/grade%00",
    "/grade%0d%0aX-Injected:%20yes",
    "/..%2fgrade",
    "/%zz",
    "/%ff%fe",
    "/%",
    "/__proto__",
    "/constructor",
    "/*",
    "/:problemId",
    `/${"a".repeat(8000)}`,
    `/${"a/".repeat(4000)}`,
    `/${"%ff".repeat(4000)}`,
  ].map((target) => line(`POST ${target} HTTP/1.1`, NOTHING_THERE)),
  ...[
    "/%67rade",
    "/x/../grade",
    "/x/%2e%2e/grade",
    "/../../grade",
    "/./grade",
    "/grade?",
    `/grade?${"a=b&".repeat(3000)}`,
    "/grade?__proto__[polluted]=true",
    "/grade?%ff",
    "/grade#fragment",
    "http://127.0.0.1/grade",
  ].map((target) => line(`POST ${target} HTTP/1.1`, SERVED)),
  ...[
    "*",
    "grade",
    "/\\grade",
    "/\xff\xfe",
    "/gr ade",
    "HTTP://127.0.0.1/grade",
    "http://[/grade",
    "ftp://127.0.0.1/grade",
    "file:///etc/passwd",
  ].map((target) => line(`POST ${target} HTTP/1.1`, unparsed(400))),
  // Where the page is.
  line("POST /grade/.. HTTP/1.1", NO_METHOD),
  line("OPTIONS * HTTP/1.1", unparsed(400)),
  line(`POST /${"a".repeat(64 * 1024)} HTTP/1.1`, unparsed(431)),
  line(`POST /grade?${"a".repeat(64 * 1024)} HTTP/1.1`, unparsed(431)),
];

const INVALID_QUERY = invalid(/^Invalid input: \w+: ./);

const query = (text: string, expected: Expected): HostileHead =>
  line(`GET /submissions?${text} HTTP/1.1`, expected);

const QUERIES: HostileHead[] = [
  query("", SERVED),
  query("__proto__[polluted]=true&constructor=a&toString=b&hasOwnProperty=c", SERVED),
  query("userId[$ne]=1&userId[]=2&;;;&&&===", SERVED),
  query(`unknown=${"a".repeat(8000)}`, SERVED),
  query(`${"a=b&".repeat(3000)}`, SERVED),
  query("userId=%00", SERVED),
  query("userId=%F0%9F%98%80", SERVED),
  query("userId=", INVALID_QUERY),
  query("userId=a&userId=b", INVALID_QUERY),
  query(`userId=${"a".repeat(2049)}`, INVALID_QUERY),
  query("pageSize=1e1", INVALID_QUERY),
  query("pageSize=-1", INVALID_QUERY),
  query("pageSize=999999999999999999999", INVALID_QUERY),
  query("sortOrder=__proto__", INVALID_QUERY),
  query("lastEvaluatedKey=__proto__", INVALID_QUERY),
  query(`lastEvaluatedKey=${"A".repeat(8000)}`, INVALID_QUERY),
  query("lastEvaluatedKey=eyJfX3Byb3RvX18iOnsicG9sbHV0ZWQiOnRydWV9fQ", INVALID_QUERY),
];

export const HOSTILE_HEADS: Readonly<Record<string, readonly HostileHead[]>> = {
  headers: HEADERS,
  hosts: HOSTS,
  versions: VERSIONS,
  methods: METHODS,
  targets: TARGETS,
  queries: QUERIES,
};
