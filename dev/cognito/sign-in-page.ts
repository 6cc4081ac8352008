import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import * as z from "zod";
import { type Listener, listen } from "../http/listen.js";
import { type SignInCodes, signInCodes } from "./sign-in-codes.js";
import { signInForm } from "./sign-in-form.js";
import type { Account, SignInMishap, SignInPageOptions } from "./sign-in-options.js";

/** Cognito's pages for signing in, on this machine: the same addresses, parameters and errors. */
export interface LocalSignInPage extends Listener {
  readonly codes: SignInCodes;
  /** Has something go wrong, once. */
  happen(mishap: SignInMishap): void;
}

const COOKIE = "cognito";

const authorizeQuery = z.object({
  client_id: z.string(),
  redirect_uri: z.string(),
  response_type: z.literal("code"),
  scope: z.string().regex(/\bopenid\b/),
  state: z.string().optional(),
  nonce: z.string().optional(),
  code_challenge: z.string().regex(/^[\w-]{43}$/),
  code_challenge_method: z.literal("S256"),
});

/** Starts it on a free port. */
export async function startSignInPage(options: SignInPageOptions): Promise<LocalSignInPage> {
  const { userPool, accounts, isReturnUrl } = options;
  const mishaps: SignInMishap[] = [];
  const take = (at: SignInMishap["at"]) => {
    const index = mishaps.findIndex((mishap) => mishap.at === at);
    return index < 0 ? undefined : mishaps.splice(index, 1)[0];
  };
  const sessions = new Map<string, Account>();
  const codes = signInCodes(options, take);
  const routes = new Hono();

  routes.get("/oauth2/authorize", (c) => {
    const { client_id, redirect_uri } = c.req.query();
    if (client_id !== userPool.clientId || !isReturnUrl(redirect_uri ?? "")) {
      return c.html("<h1>redirect_mismatch</h1>", 400);
    }
    const asked = authorizeQuery.safeParse(c.req.query());
    if (!asked.success) {
      const back = new URL(redirect_uri ?? "");
      back.searchParams.set("error", "invalid_request");
      return c.redirect(back.href);
    }
    const account = sessions.get(getCookie(c, COOKIE) ?? "");
    if (account !== undefined) return c.redirect(codes.issue(account, asked.data));
    return c.html(signInForm(accounts));
  });

  routes.post("/oauth2/authorize", async (c) => {
    const asked = authorizeQuery.parse(c.req.query());
    if (!isReturnUrl(asked.redirect_uri)) return c.html("<h1>redirect_mismatch</h1>", 400);
    const mishap = take("authorize");
    const { sub } = await c.req.parseBody();
    const account = accounts.find((one) => one.sub === sub);
    if (mishap?.at === "authorize" || account === undefined) {
      const back = new URL(asked.redirect_uri);
      const { error, description } =
        mishap?.at === "authorize"
          ? mishap
          : { error: "access_denied", description: "User denied access" };
      back.searchParams.set("error", error);
      back.searchParams.set("error_description", description);
      if (asked.state !== undefined) back.searchParams.set("state", asked.state);
      return c.redirect(back.href);
    }
    const session = randomBytes(16).toString("hex");
    sessions.set(session, account);
    setCookie(c, COOKIE, session, { httpOnly: true, sameSite: "Lax" });
    return c.redirect(codes.issue(account, asked));
  });

  for (const path of ["/oauth2/token", "/oauth2/revoke"] as const) {
    // Any page may ask: what it asks with is what proves it.
    routes.post(path, async (c) => {
      c.header("Access-Control-Allow-Origin", "*");
      c.header("Cache-Control", "no-store");
      const asked = Object.fromEntries(new URLSearchParams(await c.req.text()));
      const { status, body } =
        path === "/oauth2/token" ? await codes.redeem(asked) : codes.revoke(asked);
      return c.json(body, status as 200);
    });
  }

  routes.get("/logout", (c) => {
    const { client_id, logout_uri = "" } = c.req.query();
    if (client_id !== userPool.clientId || !isReturnUrl(logout_uri)) {
      return c.html("<h1>Required String parameter 'redirect_uri' is not present</h1>", 400);
    }
    sessions.delete(getCookie(c, COOKIE) ?? "");
    deleteCookie(c, COOKIE);
    return c.redirect(logout_uri);
  });

  const listener = await listen(routes.fetch, 0);
  return { ...listener, codes, happen: (mishap) => void mishaps.push(mishap) };
}
