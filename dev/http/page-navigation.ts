type Fetch = (request: Request) => Response | Promise<Response>;

/**
 * Has a browser that is led to an address of the API see the page instead, as the distribution does: a
 * problem's own address is one that people send each other.
 */
export function pageNavigation(fetch: Fetch): Fetch {
  return async (request) => {
    if (!isNavigation(request)) return fetch(request);
    const address = pageAddress(new URL(request.url).pathname);
    if (address !== undefined) {
      const headers = { Location: address, "Cache-Control": "no-store" };
      return new Response(null, { status: 302, headers });
    }
    const answer = await fetch(request);
    if (answer.status !== 404) return answer;
    const page = await fetch(new Request(new URL("/not-found.html", request.url), request));
    return new Response(page.body, { status: 404, headers: page.headers });
  };
}

/** Whether somebody follows a link or writes an address; older browsers say only what they like to get. */
function isNavigation({ method, headers }: Request): boolean {
  if (method !== "GET" && method !== "HEAD") return false;
  const destination = headers.get("Sec-Fetch-Dest");
  if (destination !== null) return destination === "document";
  return /^\s*text\/html\b/.test(headers.get("Accept") ?? "");
}

/** Where the page shows what the API has at a path, if it does. */
function pageAddress(path: string): string | undefined {
  const [, resource, id = ""] = /^\/(problems|submissions)(?:\/([^/]*))?\/?$/.exec(path) ?? [];
  if (resource === undefined) return undefined;
  return resource === "problems" ? `/#/${id}` : "/#/";
}
