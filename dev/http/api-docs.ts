import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Hono } from "hono";
import type { AppEnv } from "../../api/http/deps.js";
import { allowOnly } from "../../api/http/middleware/allow-only.js";

/** Nothing is fetched from anywhere else, whatever the document or Swagger UI might ask for. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const require = createRequire(import.meta.url);
const ours = (name: string) => fileURLToPath(new URL(`api-docs/${name}`, import.meta.url));
const theirs = (name: string) => require.resolve(`swagger-ui-dist/${name}`);

const FILES = [
  ["/", "text/html", ours("index.html")],
  ["/theme.js", "text/javascript", ours("theme.js")],
  ["/start.js", "text/javascript", ours("start.js")],
  ["/contrast.css", "text/css", ours("contrast.css")],
  ["/swagger-ui-bundle.js", "text/javascript", theirs("swagger-ui-bundle.js")],
  ["/swagger-ui.css", "text/css", theirs("swagger-ui.css")],
  ["/favicon-32x32.png", "image/png", theirs("favicon-32x32.png")],
] as const;

/** The API's description as a page, where every request can be tried. */
export function apiDocs(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  for (const [path, type, file] of FILES) {
    routes.get(path, async (c) => {
      c.header("Content-Type", `${type}; charset=utf-8`);
      c.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
      return c.body(await readFile(file));
    });
    routes.all(path, allowOnly("GET"));
  }
  return routes;
}
