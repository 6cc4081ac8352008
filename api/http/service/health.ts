import { Hono } from "hono";
import type { AppEnv } from "../deps.js";
import { allowOnly } from "../middleware/allow-only.js";

export function healthRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.get("/health", (c) => c.json({ status: "ok" }));
  routes.all("/health", allowOnly("GET"));
  return routes;
}
