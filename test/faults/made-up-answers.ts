import type { Fault } from "../support/http/fault-proxy.js";

type Headers = Readonly<Record<string, string>>;

const JSON_TYPE = { "content-type": "application/json" };

/** The call never reaches its dependency; this is what the grader is told instead. */
function told(status: number, headers: Headers, body: string): Fault {
  const reply = { status, headers, body: Buffer.from(body) };
  return (exchange) => exchange.answer(reply);
}

/** What something between the grader and its dependency may say. */
export function page(status: number): Fault {
  return told(status, { "content-type": "text/html" }, `<html><h1>${status}</h1></html>`);
}

/** A success of whatever kind. */
export function json(body: string): Fault {
  return told(200, JSON_TYPE, body);
}

/** An error as any of the services words it; each client reads the field or the header that it knows. */
export function refusal(status: number, type: string, headers: Headers = {}): Fault {
  const body = JSON.stringify({ __type: type, message: `because of ${type}` });
  return told(status, { ...JSON_TYPE, "x-amzn-errortype": type, ...headers }, body);
}
