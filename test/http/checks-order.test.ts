import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postGrade, putEchoProblem } from "../support/http/post-grade.js";
import { startWorld, type World } from "../support/world.js";

const SECRET = "the-secret-of-the-edge";
const TOO_LARGE = " ".repeat(1024 * 1024 + 1);

/** Each fault alone, and what it is answered with, in the order of the contract. */
const FAULTS = {
  origin: { request: { headers: { "X-Origin-Verify": null } }, status: 403, code: "Forbidden" },
  path: { request: { path: "/nowhere" }, status: 404, code: "NotFound" },
  method: { request: { method: "PUT" }, status: 405, code: "MethodNotAllowed" },
  token: { request: { headers: { Authorization: null } }, status: 401, code: "Unauthorized" },
  type: {
    request: { headers: { "Content-Type": "text/plain" } },
    status: 415,
    code: "UnsupportedMediaType",
  },
  size: { request: { body: TOO_LARGE }, status: 413, code: "PayloadTooLarge" },
  body: { request: { body: "{" }, status: 400, code: "InvalidInput" },
} as const;

type Fault = keyof typeof FAULTS;
const ORDER = Object.keys(FAULTS) as Fault[];

/** Every pair that one request can have: a body is either too large or malformed. */
const PAIRS = ORDER.flatMap((first, at) =>
  ORDER.slice(at + 1)
    .filter((second) => !(first === "path" && second === "method"))
    .map((second) => [first, second] as const),
);

describe("the order of checks", () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld({
      settings: { originProtection: { kind: "secret-header", secrets: [SECRET] } },
    });
    await putEchoProblem(world);
  });
  afterAll(() => world.close());

  function send(...faults: Fault[]) {
    const requests = faults.map((fault) => FAULTS[fault].request);
    const headers = { "X-Origin-Verify": SECRET };
    for (const request of requests)
      if ("headers" in request) Object.assign(headers, request.headers);
    // The later fault's body goes first: a body that is too large is malformed as well.
    return postGrade(world, { ...Object.assign({}, ...requests.toReversed()), headers });
  }

  it("lets a request without a fault through", async () => {
    const answer = await send();
    expect(answer.status).toBe(200);
  });

  it.each(ORDER)("answers a fault of %s", async (fault) => {
    const answer = await send(fault);
    const { status, code } = FAULTS[fault];
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it.each(PAIRS)("checks %s before %s", async (first, second) => {
    const answer = await send(first, second);
    const { status, code } = FAULTS[first];
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it("answers a preflight before it looks at the origin, the path or a token", async () => {
    const answer = await world.request("/nowhere", {
      method: "OPTIONS",
      headers: { Origin: "https://site.example", "Access-Control-Request-Method": "POST" },
    });
    expect(answer.status).toBe(204);
  });

  it("takes an unknown path for unknown whatever the method", async () => {
    const answer = await send("path", "method");
    expect(answer.status).toBe(404);
  });
});
