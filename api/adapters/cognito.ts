import { CognitoJwtVerifier } from "aws-jwt-verify";
import {
  FetchError,
  JwksNotAvailableInCacheError,
  JwksValidationError,
  JwkValidationError,
  JwtBaseError,
} from "aws-jwt-verify/error";
import { type Jwks, type JwksCache, SimpleJwksCache } from "aws-jwt-verify/jwk";
import { VisibleError } from "../domain/errors.js";
import type { IdentityProvider } from "../ports.js";
import { parseJwks } from "./parse-jwks.js";

export interface CognitoSettings {
  readonly userPoolId: string;
  readonly clientIds: readonly string[];
  /** The group of the pool whose members are staff. */
  readonly staffGroup: string;
  /** The pool's public keys, when they are known beforehand: saves the first request a fetch. */
  readonly jwks?: Jwks | undefined;
}

/** ID tokens of a Cognito user pool. `jwksCache` is where keys come from; the pool itself by default. */
export function cognito(
  { userPoolId, clientIds, staffGroup, jwks }: CognitoSettings,
  jwksCache: JwksCache = new SimpleJwksCache({ jwksParser: parseJwks }),
): IdentityProvider {
  const verifier = CognitoJwtVerifier.create(
    { userPoolId, clientId: [...clientIds], tokenUse: "id" },
    { jwksCache },
  );
  if (jwks !== undefined) verifier.cacheJwks(jwks);
  return {
    async identify(idToken) {
      if (!isPlainlySpelt(idToken)) throw new VisibleError("Unauthorized", INVALID_TOKEN);
      const claims = await verifier.verify(idToken).catch(rethrow);
      const author = text(claims.nickname) ?? text(claims["cognito:username"]);
      const userId = text(claims.sub);
      if (userId !== undefined && author !== undefined) {
        return { userId, author, isStaff: isMember(claims["cognito:groups"], staffGroup) };
      }
      const sentence = "The token names no user: it needs sub, and nickname or cognito:username.";
      throw new VisibleError("MissingIdentity", sentence);
    },
  };
}

/**
 * Whether the signature is written as base64url writes it. Other last digits, or a `=`, decode alike:
 * each would pass for a token of its own where tokens are counted.
 */
function isPlainlySpelt(token: string): boolean {
  const signature = token.slice(token.lastIndexOf(".") + 1);
  return Buffer.from(signature, "base64url").toString("base64url") === signature;
}

function isMember(groups: unknown, group: string): boolean {
  return Array.isArray(groups) && groups.includes(group);
}

const OUTAGES = [
  FetchError,
  JwksValidationError,
  JwkValidationError,
  JwksNotAvailableInCacheError,
] as const;

function rethrow(cause: unknown): never {
  const isOutage =
    !(cause instanceof JwtBaseError) || OUTAGES.some((outage) => cause instanceof outage);
  throw isOutage
    ? new VisibleError(
        "IdentityProviderUnavailable",
        "Tokens cannot be verified right now; please try again in a moment.",
        { cause },
      )
    : new VisibleError("Unauthorized", INVALID_TOKEN, { cause });
}

const INVALID_TOKEN = "The ID token is not valid or has expired; sign in again and send a new one.";

function text(claim: unknown): string | undefined {
  return typeof claim === "string" && claim !== "" ? claim : undefined;
}
