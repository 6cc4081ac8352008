import { Hono } from "hono";
import { allowOnly } from "../allow-only.js";
import type { AppEnv } from "../env.js";

export function healthRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.get("/health", (c) => c.json({ status: "ok" }));
  routes.all("/health", allowOnly("GET"));
  return routes;
}
