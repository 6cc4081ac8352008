import { createHash, randomBytes } from "node:crypto";
import type { Account, SignInMishap, SignInPageOptions } from "./sign-in-options.js";

/** What a code is asked for with, as far as it counts again when it is redeemed. */
export interface CodeRequest {
  readonly redirect_uri: string;
  readonly code_challenge: string;
  readonly nonce?: string | undefined;
  readonly state?: string | undefined;
}

export interface TokenAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

type Asked = Readonly<Record<string, string | undefined>>;

/** The codes and refresh tokens that are out, each of which is worth something only as Cognito's are. */
export interface SignInCodes {
  /** The address with a code to send somebody back to. */
  issue(account: Account, request: CodeRequest): string;
  redeem(asked: Asked): Promise<TokenAnswer>;
  revoke(asked: Asked): TokenAnswer;
  /** How many tokens were refreshed. */
  readonly refreshed: number;
  /** Ends every session, so that nothing can be refreshed any more. */
  revokeAll(): void;
}

const CODE_LASTS_MS = 5 * 60_000;
const HOUR_SECONDS = 60 * 60;

export function signInCodes(
  { userPool, idTokenSeconds = HOUR_SECONDS }: SignInPageOptions,
  take: (at: SignInMishap["at"]) => SignInMishap | undefined,
): SignInCodes {
  const codes = new Map<string, CodeRequest & { account: Account; issuedMs: number }>();
  const refreshTokens = new Map<string, Account>();
  let refreshed = 0;

  async function tokens(account: Account, nonce?: string): Promise<TokenAnswer> {
    const mishap = take("clock");
    const secondsAgo = mishap?.at === "clock" ? mishap.secondsAgo : 0;
    const iat = Math.floor(Date.now() / 1000) - secondsAgo;
    const claims = { ...account, iat, exp: iat + idTokenSeconds, ...(nonce && { nonce }) };
    return ok({
      id_token: await userPool.issueIdToken(claims),
      access_token: secret(),
      token_type: "Bearer",
      expires_in: idTokenSeconds,
    });
  }

  async function redeemCode(asked: Asked): Promise<TokenAnswer> {
    const { code = "", code_verifier = "", redirect_uri } = asked;
    const request = codes.get(code);
    // It serves once, whatever comes of it.
    codes.delete(code);
    const challenge = createHash("sha256").update(code_verifier).digest("base64url");
    const isGood =
      request !== undefined &&
      Date.now() - request.issuedMs < CODE_LASTS_MS &&
      request.redirect_uri === redirect_uri &&
      request.code_challenge === challenge;
    if (!isGood) return refusal("invalid_grant");
    const refreshToken = secret();
    refreshTokens.set(refreshToken, request.account);
    const { status, body } = await tokens(request.account, request.nonce);
    return { status, body: { ...body, refresh_token: refreshToken } };
  }

  return {
    issue(account, request) {
      const code = secret();
      codes.set(code, { ...request, account, issuedMs: Date.now() });
      const back = new URL(request.redirect_uri);
      back.searchParams.set("code", code);
      if (request.state !== undefined) back.searchParams.set("state", request.state);
      return back.href;
    },
    async redeem(asked) {
      const mishap = take("token");
      if (mishap?.at === "token") return { status: mishap.status, body: { error: mishap.error } };
      if (asked.client_id !== userPool.clientId) return refusal("invalid_client");
      switch (asked.grant_type) {
        case "authorization_code":
          return redeemCode(asked);
        case "refresh_token": {
          const account = refreshTokens.get(asked.refresh_token ?? "");
          if (account === undefined) return refusal("invalid_grant");
          refreshed += 1;
          return tokens(account);
        }
        default:
          return refusal("unsupported_grant_type");
      }
    },
    revoke({ token = "", client_id }) {
      if (client_id !== userPool.clientId) return refusal("invalid_client");
      refreshTokens.delete(token);
      return ok({});
    },
    get refreshed() {
      return refreshed;
    },
    revokeAll: () => refreshTokens.clear(),
  };
}

const secret = () => randomBytes(24).toString("base64url");
const ok = (body: TokenAnswer["body"]): TokenAnswer => ({ status: 200, body });
const refusal = (error: string): TokenAnswer => ({ status: 400, body: { error } });
