/**
 * What the page may do in a browser: nothing is fetched but from its own site and from where people sign
 * in, and nothing in a statement can become code.
 *
 * @param signInUrl where people sign in, if they do
 */
export function contentSecurityPolicy(signInUrl?: string): string {
  const signIn = signInUrl === undefined ? [] : [new URL(signInUrl).origin];
  return [
    "default-src 'none'",
    "script-src 'self'",
    // The code editor writes its styles into the page, and a document that is the same for everybody can
    // bear no nonce that only it would know.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self'",
    ["connect-src 'self'", ...signIn].join(" "),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}
