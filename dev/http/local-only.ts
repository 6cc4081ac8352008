import { randomUUID } from "node:crypto";

const LOCAL = new Set(["localhost", "127.0.0.1", "[::1]"]);

type Fetch = (request: Request) => Response | Promise<Response>;

/**
 * Refuses what a web page elsewhere makes a browser send here, under its own name or (by DNS) under
 * ours: the server hands out tokens to anybody and runs code.
 */
export function localOnly(fetch: Fetch): Fetch {
  return (request) => {
    const origin = request.headers.get("Origin");
    if (isLocal(`http://${request.headers.get("Host")}`) && (origin === null || isLocal(origin))) {
      return fetch(request);
    }
    return refusal(randomUUID());
  };
}

/** As every error looks, but without the headers that would let the page read it. */
function refusal(requestId: string): Response {
  const error = "The development server answers pages of this machine only (localhost).";
  const code = "Forbidden";
  const headers = { "X-Amzn-ErrorType": code, "X-Request-Id": requestId };
  return Response.json({ error, code, requestId }, { status: 403, headers });
}

function isLocal(url: string): boolean {
  return URL.canParse(url) && LOCAL.has(new URL(url).hostname);
}
