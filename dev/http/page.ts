import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { Hono } from "hono";
import { compress } from "hono/compress";
import type { AppEnv } from "../../api/http/deps.js";
import { allowOnly } from "../../api/http/middleware/allow-only.js";
import { bundlePage } from "../../pack/bundle-page.js";

const FILES = [
  ["page.js", "text/javascript"],
  ["page.css", "text/css"],
  ["icon.svg", "image/svg+xml"],
] as const;

const DOCUMENT = new URL("../../web/index.html", import.meta.url);

/**
 * The page at `/`, on which problems are solved in a browser. It is bundled when it is first asked for.
 *
 * @param executor what the page says about it: one that is a mock runs no code
 */
export function page(bundle = bundlePage, executor: "real" | "mock" = "real"): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  let bundled: ReturnType<typeof bundlePage> | undefined;

  routes.get("/", async (c) => {
    // The code editor writes its styles into the page, which only this one answer may do. The nonce
    // stands on the script's tag, where the script finds it and no style sheet can read it.
    const nonce = randomBytes(16).toString("base64");
    c.header("Content-Security-Policy", contentSecurityPolicy(nonce));
    const document = await readFile(DOCUMENT, "utf8");
    return c.html(document.replace("{{nonce}}", nonce).replace("{{executor}}", executor));
  });

  for (const [name, type] of FILES) {
    const path = `/page/${name}`;
    routes.get(path, compress(), async (c) => {
      bundled ??= bundle().catch((error: unknown) => {
        // What was wrong may be mended by the next time.
        bundled = undefined;
        throw error;
      });
      const contents = (await bundled).get(name);
      if (contents === undefined) throw new Error(`The bundle has no ${name}`);
      c.header("Content-Type", `${type}; charset=utf-8`);
      c.header("Cache-Control", "no-cache");
      return c.body(contents);
    });
    routes.all(path, allowOnly("GET"));
  }
  return routes;
}

/** Nothing is fetched from anywhere else, and nothing in a statement can become code. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // The browser itself writes such attributes where coloured code is typed over.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}
