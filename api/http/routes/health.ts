import { Hono } from "hono";
import type { AppEnv } from "../env.js";
import { allowOnly } from "../method.js";

export function healthRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.get("/health", (c) => c.json({ status: "ok" }));
  routes.all("/health", allowOnly("GET"));
  return routes;
}
