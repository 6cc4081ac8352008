import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { Hono } from "hono";
import { compress } from "hono/compress";
import type { AppEnv } from "../../api/http/deps.js";
import { allowOnly } from "../../api/http/middleware/allow-only.js";
import { bundlePage } from "../../pack/bundle-page.js";

const TYPES: Readonly<Record<string, string>> = {
  js: "text/javascript",
  css: "text/css",
  svg: "image/svg+xml",
};

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

  routes.get("/page/:name", compress(), async (c) => {
    bundled ??= bundle().catch((error: unknown) => {
      // What was wrong may be mended by the next time.
      bundled = undefined;
      throw error;
    });
    const name = c.req.param("name");
    const contents = (await bundled).get(name);
    if (contents === undefined) return c.notFound();
    c.header("Content-Type", `${TYPES[name.split(".").at(-1) ?? ""]}; charset=utf-8`);
    // What bears a digest of its contents in its name is never another.
    const isFixed = /-[A-Z\d]{8}\.js$/.test(name);
    c.header("Cache-Control", isFixed ? "max-age=31536000, immutable" : "no-cache");
    return c.body(contents);
  });
  routes.all("/page/:name", allowOnly("GET"));
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
