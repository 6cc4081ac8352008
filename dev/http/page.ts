import { Hono } from "hono";
import { compress } from "hono/compress";
import type { AppEnv } from "../../api/http/deps.js";
import { allowOnly } from "../../api/http/middleware/allow-only.js";
import { bundlePage } from "../../pack/bundle-page.js";
import { contentSecurityPolicy } from "../../pack/content-security-policy.js";

/** What the page has to know of the service that it is shown by. */
export interface PageSettings {
  /** One that is a mock runs no code. */
  readonly executor: "real" | "mock";
  /** Whose submissions a student sees. */
  readonly submissionsVisibleTo: "everyone" | "owner";
  /** Where the API's description can be read. */
  readonly apiDocs: string;
  /** Where people sign in; without it anybody may be any of the development users. */
  readonly signIn?: PageSignIn;
}

export interface PageSignIn {
  /** Of the tokens, as Cognito's issuers are named. */
  readonly authority: string;
  readonly clientId: string;
  /** The address of the sign-in page. */
  readonly domain: string;
  readonly staffGroup: string;
}

/** The page, on which problems are solved in a browser. It is bundled when it is first asked for. */
export function page(settings: PageSettings, bundle = bundlePage): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const policy = contentSecurityPolicy(settings.signIn?.domain);
  let bundled: ReturnType<typeof bundlePage> | undefined;

  async function find(path: string) {
    bundled ??= bundle().catch((error: unknown) => {
      // What was wrong may be mended by the next time.
      bundled = undefined;
      throw error;
    });
    return (await bundled).find((file) => file.path === path);
  }

  for (const path of ["/", "/not-found.html", "/page/:name"]) {
    routes.get(path, compress(), async (c) => {
      const file = await find(c.req.path === "/" ? "index.html" : c.req.path.slice(1));
      if (file === undefined) return c.notFound();
      c.header("Content-Type", file.contentType);
      c.header("Cache-Control", file.cacheControl);
      if (path !== "/page/:name") c.header("Content-Security-Policy", policy);
      return c.body(file.contents);
    });
    routes.all(path, allowOnly("GET"));
  }

  routes.get("/settings.json", (c) => {
    c.header("Cache-Control", "no-store");
    return c.json(settings);
  });
  routes.all("/settings.json", allowOnly("GET"));
  return routes;
}
