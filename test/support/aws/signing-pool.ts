import { SimpleJwksCache } from "aws-jwt-verify/jwk";
import {
  type CryptoKey,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type JWTHeaderParameters,
  SignJWT,
} from "jose";
import { cognito } from "../../../api/adapters/cognito.js";
import type { IdentityProvider } from "../../../api/ports.js";

/** Claims in place of an ordinary ID token's; undefined leaves one out. */
export type Claims = Readonly<Record<string, unknown>>;

/** What a token is signed with instead of the pool's own key. */
export type SigningKey = CryptoKey | Uint8Array;

/** A user pool whose key a test holds, so that it can sign what no real pool would. */
export interface SigningPool {
  /** The real verifier, told of this pool's public key. */
  readonly identity: IdentityProvider;
  readonly publicKeyPem: string;
  /** How often the public keys were fetched. */
  readonly fetches: number;
  sign(claims?: Claims, header?: Partial<JWTHeaderParameters>, key?: SigningKey): Promise<string>;
}

const POOL = "us-east-1_SigningPl";
const CLIENT = "client-of-the-site";

export async function createSigningPool(): Promise<SigningPool> {
  const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: "key-1", alg: "RS256", use: "sig" };
  const document = new TextEncoder().encode(JSON.stringify({ keys: [jwk] }));
  let fetches = 0;
  const fetcher = {
    async fetch() {
      fetches += 1;
      return document.slice().buffer;
    },
  };
  return {
    identity: cognito(
      { userPoolId: POOL, clientIds: [CLIENT], staffGroup: "staff" },
      new SimpleJwksCache({ fetcher }),
    ),
    publicKeyPem: await exportSPKI(publicKey),
    get fetches() {
      return fetches;
    },
    sign(claims = {}, header = {}, key) {
      return new SignJWT({ ...idTokenClaims(), ...claims })
        .setProtectedHeader({ alg: "RS256", kid: "key-1", ...header })
        .sign(key ?? privateKey);
    },
  };
}

/** What an ordinary ID token of the pool says. */
export function idTokenClaims() {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: `https://cognito-idp.us-east-1.amazonaws.com/${POOL}`,
    aud: CLIENT,
    token_use: "id",
    sub: "user-of-the-pool",
    nickname: "Nick",
    "cognito:username": "username",
    iat: now - 10,
    exp: now + 3600,
  };
}
