/** A fetch that adds the digest of a text body, which CloudFront needs to sign the request. */
export function withBodyDigest(send: typeof fetch): typeof fetch {
  return async (input, init = {}) => {
    if (typeof init.body !== "string") return send(input, init);
    const headers = new Headers(init.headers);
    headers.set("x-amz-content-sha256", await sha256Hex(init.body));
    return send(input, { ...init, headers });
  };
}

async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
