import { JwksValidationError } from "aws-jwt-verify/error";
import { assertIsJwks, type Jwks } from "aws-jwt-verify/jwk";

/**
 * Reads the document of a pool's public keys. A pool has some at all times: without this check every
 * good token would be refused as one of an unknown key, for the ten seconds that the verifier then
 * waits before it asks again.
 *
 * @throws when the document is not of the kind or has no key
 */
export function parseJwks(document: ArrayBuffer): Jwks {
  const jwks = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(document));
  assertIsJwks(jwks);
  if (jwks.keys.length === 0) throw new JwksValidationError("The user pool has no keys");
  return jwks;
}
