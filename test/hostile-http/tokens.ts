import { createPublicKey } from "node:crypto";
import { base64url, exportJWK, generateKeyPair, type JWK } from "jose";
import { idTokenClaims, type SigningKey, type SigningPool } from "../support/aws/signing-pool.js";
import { type Expected, refused, SERVED } from "./expected.js";

/** An attacker's own key, and an address that nobody must ever ask for it. */
export interface Attacker {
  readonly key: SigningKey;
  readonly jwk: JWK;
  readonly curveKey: SigningKey;
  readonly url: string;
}

/** A token by what is wrong with it, how it is made, and what it must be answered with. */
export type HostileToken = readonly [
  name: string,
  authorization: (pool: SigningPool, attacker: Attacker) => string | Promise<string>,
  expected: Expected,
];

export async function createAttacker(url: string): Promise<Attacker> {
  const { privateKey, publicKey } = await generateKeyPair("RS256");
  const { privateKey: curveKey } = await generateKeyPair("ES256");
  return { key: privateKey, jwk: await exportJWK(publicKey), curveKey, url };
}

const UNFIT = refused("Unauthorized", /^The ID token is not valid or has expired; sign in again/);
const ASKED = refused("Unauthorized", /^Send an ID token: Authorization: Bearer <token>\.$/);

const bearer = async (token: string | Promise<string>) => `Bearer ${await token}`;
const encode = (value: unknown) => base64url.encode(JSON.stringify(value));
const unsigned = (header: unknown, claims: unknown = idTokenClaims(), signature = "AA") =>
  bearer(`${encode(header)}.${encode(claims)}.${signature}`);

/** The public key in every form that a careless verifier could take for a shared secret. */
const SECRETS: Readonly<Record<string, (pem: string) => string | Uint8Array>> = {
  "its PEM": (pem) => pem,
  "its PEM without the last line break": (pem) => pem.trim(),
  "its DER": (pem) => createPublicKey(pem).export({ format: "der", type: "spki" }),
  "its modulus": (pem) => base64url.decode(createPublicKey(pem).export({ format: "jwk" }).n ?? ""),
  "its JWK": (pem) => JSON.stringify(createPublicKey(pem).export({ format: "jwk" })),
};

const CONFUSED: HostileToken[] = Object.entries(SECRETS).flatMap(([form, secretOf]) =>
  ["HS256", "HS512"].map(
    (alg): HostileToken => [
      `${alg} with the public key as secret, as ${form}`,
      ({ sign, publicKeyPem }) => {
        const secret = secretOf(publicKeyPem);
        const bytes = typeof secret === "string" ? new TextEncoder().encode(secret) : secret;
        return bearer(sign({}, { alg, kid: "key-1" }, bytes));
      },
      UNFIT,
    ],
  ),
);

const ALGORITHMS: HostileToken[] = [
  ...["none", "None", "NONE", "nOnE", "", "RS256 ", "HS256", "RS512", "PS256", "EdDSA"].map(
    (alg): HostileToken => [
      `a signature of nothing, by algorithm ${JSON.stringify(alg)}`,
      () => unsigned({ alg, kid: "key-1", typ: "JWT" }),
      UNFIT,
    ],
  ),
  ["no algorithm", () => unsigned({ kid: "key-1" }), UNFIT],
  ["an algorithm that is no text", () => unsigned({ alg: ["RS256"], kid: "key-1" }), UNFIT],
  ["no signature", () => unsigned({ alg: "RS256", kid: "key-1" }, undefined, ""), UNFIT],
  ["ES256", ({ sign }, { curveKey }) => bearer(sign({}, { alg: "ES256" }, curveKey)), UNFIT],
];

/** Signed by the attacker, whose header says where to find the key for it. */
const offering = (name: string, header: (attacker: Attacker) => object): HostileToken => [
  name,
  ({ sign }, attacker) => bearer(sign({}, header(attacker), attacker.key)),
  UNFIT,
];

const KEYS: HostileToken[] = [
  offering("another key under the good one's name", () => ({})),
  offering("another key under no name", () => ({ kid: undefined })),
  offering("jwk", ({ jwk }) => ({ jwk })),
  offering("jwk under its own name", ({ jwk }) => ({ jwk: { ...jwk, kid: "mine" }, kid: "mine" })),
  offering("jku", ({ url }) => ({ jku: url })),
  offering("jku under its own name", ({ url }) => ({ jku: url, kid: "mine" })),
  offering("x5u", ({ url }) => ({ x5u: url, kid: "mine" })),
  offering("x5c", () => ({ x5c: ["MIIB"], x5t: "AA" })),
  offering("a kid that is the key's address", ({ url }) => ({ kid: url })),
  ...[
    "../../../../dev/null",
    "/etc/passwd",
    "key-1\0",
    "KEY-1",
    "' OR '1'='1",
    "__proto__",
    "constructor",
    "",
    "k".repeat(5000),
  ].map((kid) => offering(`kid ${JSON.stringify(kid).slice(0, 30)}`, () => ({ kid }))),
  ["a good token's key under another name", ({ sign }) => bearer(sign({}, { kid: "x" })), UNFIT],
  ["a kid that is no text", () => unsigned({ alg: "RS256", kid: { a: 1 } }), UNFIT],
];

/** A good token of three parts, one of them changed. */
const tampered = (name: string, change: (parts: [string, string, string]) => string[]) =>
  [
    `changed ${name}`,
    async ({ sign }) =>
      bearer(change((await sign()).split(".") as [string, string, string]).join(".")),
    UNFIT,
  ] satisfies HostileToken;

const flipped = (text: string, at: number) =>
  text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);

const TAMPERED: HostileToken[] = [
  tampered("claims", ([head, , end]) => [head, encode({ ...idTokenClaims(), sub: "x" }), end]),
  tampered("header", ([, claims, end]) => [encode({ kid: "key-1", alg: "RS256" }), claims, end]),
  tampered("signature, its first character", ([head, claims, end]) => [
    head,
    claims,
    flipped(end, 0),
  ]),
  tampered("signature, its middle", ([head, claims, end]) => [head, claims, flipped(end, 100)]),
  tampered("signature, cut short", ([head, claims, end]) => [head, claims, end.slice(0, -4)]),
  tampered("signature, gone on", ([head, claims, end]) => [head, claims, `${end}AAAA`]),
  tampered("signature, the header's", ([head, claims]) => [head, claims, head]),
  tampered("order", ([head, claims, end]) => [claims, head, end]),
];

const later = () => Math.floor(Date.now() / 1000) + 3600;

const CLAIMS: HostileToken[] = Object.entries({
  "an expiry that is text": { exp: String(later()) },
  "an expiry of the past as a fraction": { exp: 0.5 },
  "a negative expiry": { exp: -later() },
  "a start that is text": { nbf: "0" },
  "an issuer with a slash more": { iss: `${idTokenClaims().iss}/` },
  "an issuer in capitals": { iss: idTokenClaims().iss.toUpperCase() },
  "an issuer of another region": { iss: idTokenClaims().iss.replaceAll("us-east-1", "us-west-2") },
  "an issuer that is the attacker": {
    iss: "https://cognito-idp.us-east-1.amazonaws.com.evil.example/us-east-1_SigningPl",
  },
  "an audience that only contains the client": { aud: `${idTokenClaims().aud}-2` },
  "no audience but a client_id": { aud: undefined, client_id: idTokenClaims().aud },
  "a use that contains the word": { token_use: "id access" },
  "a use that is a list": { token_use: ["id"] },
  "a refresh token's use": { token_use: "refresh" },
  "an access token's use": { token_use: "access", client_id: idTokenClaims().aud },
}).map(([name, claims]) => [name, ({ sign }) => bearer(sign(claims)), UNFIT]);

const SHAPES: HostileToken[] = [
  ["nothing", () => "", ASKED],
  ["Basic", () => "Basic dXNlcjpwYXNz", ASKED],
  ["Basic with a good token", async ({ sign }) => `Basic ${await sign()}`, ASKED],
  ["Digest", () => 'Digest username="x"', ASKED],
  ["a word before", async ({ sign }) => `x ${await bearer(sign())}`, ASKED],
  ["a comma", async ({ sign }) => `${await bearer(sign())},`, ASKED],
  [
    "two, with a comma",
    async ({ sign }) => `${await bearer(sign())}, ${await bearer(sign())}`,
    ASKED,
  ],
  ["two, with a space", async ({ sign }) => `Bearer ${await sign()} ${await sign()}`, ASKED],
  ["quotes", async ({ sign }) => `Bearer "${await sign()}"`, ASKED],
  ["a tab", async ({ sign }) => `Bearer\t${await sign()}`, ASKED],
  ["a colon", async ({ sign }) => `Bearer: ${await sign()}`, ASKED],
  ["bytes beyond ASCII", () => "Bearer \xff\xfe\xe9", ASKED],
  ["bytes beyond ASCII in a good token", async ({ sign }) => `Bearer ${await sign()}\xe9`, ASKED],
  ["two parts", async ({ sign }) => bearer((await sign()).split(".").slice(0, 2).join(".")), UNFIT],
  ["four parts", async ({ sign }) => `${await bearer(sign())}.AA`, UNFIT],
  ["five parts, as an encrypted one", () => bearer("eyJhbGciOiJSU0EtT0FFUCJ9.AA.AA.AA.AA"), UNFIT],
  ["dots", () => "Bearer .....", UNFIT],
  ["padding", async ({ sign }) => `${await bearer(sign())}====`, UNFIT],
  ["standard base64", () => "Bearer ++++.////.++//", UNFIT],
  [
    "a token of 15 KiB of claims",
    () => unsigned({ alg: "RS256", kid: "key-1" }, "x".repeat(10_000)),
    UNFIT,
  ],
  ["a deep token", () => bearer(`${base64url.encode("[".repeat(9000))}.AA.AA`), UNFIT],
  [
    "a deep token's claims",
    () =>
      bearer(
        `${encode({ alg: "RS256", kid: "key-1" })}.${base64url.encode("[".repeat(5000) + "]".repeat(4000))}.AA`,
      ),
    UNFIT,
  ],
  [
    "claims on a prototype",
    () =>
      bearer(
        `${encode({ alg: "RS256", kid: "key-1" })}.${base64url.encode(`{"__proto__":${JSON.stringify(idTokenClaims())}}`)}.AA`,
      ),
    UNFIT,
  ],
  ["a small word", async ({ sign }) => `bearer ${await sign()}`, SERVED],
  ["capitals", async ({ sign }) => `BEARER ${await sign()}`, SERVED],
  ["many spaces", async ({ sign }) => `Bearer      ${await sign()}   `, SERVED],
  [
    "one of several audiences",
    ({ sign }) => bearer(sign({ aud: [idTokenClaims().aud, "x"] })),
    UNFIT,
  ],
];

export const HOSTILE_TOKENS: Readonly<Record<string, readonly HostileToken[]>> = {
  algorithm: ALGORITHMS,
  "confused key": CONFUSED,
  key: KEYS,
  "tampered part": TAMPERED,
  claim: CLAIMS,
  shape: SHAPES,
};
