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
    const error = "The development server answers pages of this machine only (localhost).";
    return Response.json({ error, code: "Forbidden" }, { status: 403 });
  };
}

function isLocal(url: string): boolean {
  return URL.canParse(url) && LOCAL.has(new URL(url).hostname);
}
