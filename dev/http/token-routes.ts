import { Hono } from "hono";
import * as z from "zod";
import type { AppEnv } from "../../api/http/deps.js";
import { allowOnly } from "../../api/http/middleware/allow-only.js";
import { requireJsonBody } from "../../api/http/middleware/require-json-body.js";
import { validBody } from "../../api/http/middleware/valid-body.js";
import type { LocalUserPool } from "../cognito/cognito.js";

const tokenRequest = z.object({
  sub: z.string().min(1),
  nickname: z.string().min(1).optional(),
  groups: z.array(z.string().min(1)).optional(),
});

/** `POST /token` gives anybody a token of whom they like, in whichever groups. */
export function tokenRoutes(userPool: LocalUserPool): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.post("/token", requireJsonBody, validBody(tokenRequest), async (c) => {
    const { groups, ...claims } = c.req.valid("json");
    const idToken = await userPool.issueIdToken({
      ...claims,
      ...(groups !== undefined && { "cognito:groups": groups }),
    });
    return c.json({ idToken });
  });
  routes.all("/token", allowOnly("POST"));
  return routes;
}
