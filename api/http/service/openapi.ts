import { Hono } from "hono";
import type { AppEnv } from "../deps.js";
import { allowOnly } from "../middleware/allow-only.js";

/** `GET /openapi.json`: what this API is, for programs and their authors. */
export function openApiRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.get("/openapi.json", async (c) => {
    // Hardly anybody asks, and everybody would wait for it to load.
    const document = await import("./openapi.json", { with: { type: "json" } });
    c.header("Cache-Control", "public, max-age=300");
    return c.json(document.default);
  });
  routes.all("/openapi.json", allowOnly("GET"));
  return routes;
}
