import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import type { JwksCache } from "aws-jwt-verify/jwk";
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from "jose";
import { closeGracefully, listenOnLoopback } from "../lambda/loopback.js";
import { LOCAL_REGION } from "../local-aws.js";
import { jwksCacheAt } from "./jwks-cache.js";

const POOL_PATH = `/${LOCAL_REGION}_LocalPool1`;
const ISSUER = `https://cognito-idp.${LOCAL_REGION}.amazonaws.com${POOL_PATH}`;
const TOKEN_SECONDS = 24 * 60 * 60;
const JWKS_PATH = `${POOL_PATH}/.well-known/jwks.json`;

/** The claims of an ID token that a caller chooses. */
export interface TokenClaims {
  readonly sub: string;
  readonly nickname?: string | undefined;
  /** Any other claim, or another value of one that is set by default. */
  readonly [claim: string]: unknown;
}

/** A user pool of this machine: its tokens are signed, and its keys fetched, as Cognito's are. */
export interface LocalUserPool {
  readonly userPoolId: string;
  readonly clientId: string;
  /** Who the tokens say that they are from. */
  readonly issuer: string;
  /** The public keys' document, as the pool publishes it. */
  readonly jwks: { readonly keys: JWK[] };
  /** Where the document is published. */
  readonly jwksUrl: string;
  /** Fetches the pool's keys from here instead of from AWS; the verifier notices no difference. */
  readonly jwksCache: JwksCache;
  issueIdToken(claims: TokenClaims): Promise<string>;
  close(): Promise<void>;
}

/** Starts the pool, with the signing key of `dataFolder` if there is one. */
export async function startUserPool(dataFolder?: string): Promise<LocalUserPool> {
  const privateJwk = await loadSigningKey(dataFolder);
  const key = await importJWK(privateJwk, "RS256");
  const { kty, n, e, kid } = privateJwk;
  const jwks = { keys: [{ kty, n, e, kid, alg: "RS256", use: "sig" } as JWK] };
  const server = createServer((request, response) => {
    const isKnown = request.url === JWKS_PATH;
    response.writeHead(isKnown ? 200 : 404, { "Content-Type": "application/json" });
    response.end(JSON.stringify(isKnown ? jwks : { message: "Not found" }));
  });
  const port = await listenOnLoopback(server);
  const jwksUrl = `http://127.0.0.1:${port}${JWKS_PATH}`;
  const clientId = "local-client";
  return {
    userPoolId: POOL_PATH.slice(1),
    clientId,
    issuer: ISSUER,
    jwks,
    jwksUrl,
    jwksCache: jwksCacheAt(jwksUrl),
    issueIdToken: ({ sub, ...claims }) =>
      new SignJWT({ ...defaultClaims(sub, clientId), ...claims })
        .setProtectedHeader({ alg: "RS256", kid: kid ?? "" })
        .sign(key),
    close: () => closeGracefully(server),
  };
}

function defaultClaims(sub: string, clientId: string) {
  const now = Math.floor(Date.now() / 1000);
  return {
    sub,
    "cognito:username": sub,
    token_use: "id",
    iss: ISSUER,
    aud: clientId,
    iat: now,
    exp: now + TOKEN_SECONDS,
  };
}

/** Kept with the tables, so that a token still holds after a restart. */
async function loadSigningKey(dataFolder: string | undefined): Promise<JWK> {
  if (dataFolder === undefined) return createSigningKey();
  const file = join(dataFolder, "user-pool-key.json");
  try {
    return JSON.parse(await readFile(file, "utf8")) as JWK;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  const key = await createSigningKey();
  await mkdir(dataFolder, { recursive: true });
  await writeFile(file, JSON.stringify(key), { mode: 0o600 });
  return key;
}

async function createSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: "local-1" };
}
