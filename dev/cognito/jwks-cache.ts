import { Agent } from "node:http";
import { SimpleFetcher } from "aws-jwt-verify/https";
import { type JwksCache, SimpleJwksCache } from "aws-jwt-verify/jwk";
import { parseJwks } from "../../api/adapters/parse-jwks.js";

/**
 * Keys as the verifier fetches them by default, time-outs and retry included, but from this URL
 * and without TLS, whatever pool they are asked for.
 *
 * @param options of a fetch, in place of the verifier's own
 */
export function jwksCacheAt(url: string, options: { responseTimeout?: number } = {}): JwksCache {
  const { protocol, hostname, port, pathname } = new URL(url);
  const elsewhere = { protocol, hostname, port, path: pathname, agent: new Agent() };
  const fetcher = new SimpleFetcher({ defaultRequestOptions: { ...elsewhere, ...options } });
  return new SimpleJwksCache({ fetcher, jwksParser: parseJwks });
}
