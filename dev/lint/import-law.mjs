/**
 * The import law: what the files of a room may import, and nothing else. A file belongs to the first
 * room whose pattern it matches; `may` names rooms, `packages` names npm packages (`@scope/` for all of
 * a scope), `node` says whether Node's own modules may be used, `types` names rooms of which only types may.
 *
 * @typedef {object} Room
 * @property {string} name
 * @property {RegExp} files paths from the repository's root
 * @property {readonly string[]} may
 * @property {readonly string[]} [packages]
 * @property {boolean} [node]
 * @property {readonly string[]} [types]
 * @property {readonly string[]} [others] files of no room
 */

const API = [
  "domain",
  "ports",
  "tables",
  "use cases",
  "schemas",
  "http",
  "adapters",
  "config",
  "api wiring",
];

/** @type {readonly Room[]} */
export const IMPORT_LAW = [
  { name: "domain", files: /^api\/domain\//, may: ["domain"], packages: ["decimal.js"] },
  { name: "ports", files: /^api\/ports\.ts$/, may: ["domain"] },
  { name: "tables", files: /^api\/tables\.ts$/, may: ["domain"] },
  { name: "use cases", files: /^api\/usecases\//, may: ["use cases", "ports", "domain"] },
  {
    name: "openapi",
    files: /^api\/http\/openapi\//,
    may: ["openapi", "schemas", "http", "domain"],
    packages: ["zod", "zod-openapi"],
  },
  {
    name: "schemas",
    files: /^api\/http\/(?:.*schemas?|error-status|\w+\/request)\.ts$/,
    may: ["schemas", "domain"],
    packages: ["hono", "zod"],
  },
  {
    name: "http",
    files: /^api\/http\//,
    may: ["http", "schemas", "use cases", "ports", "domain"],
    packages: ["hono", "@hono/zod-validator", "zod"],
  },
  {
    name: "adapters",
    files: /^api\/adapters\//,
    may: ["adapters", "ports", "tables", "domain"],
    packages: ["@aws-sdk/", "@smithy/", "aws-jwt-verify", "p-retry"],
    // Whoever watches connections needs Node's own agents.
    node: true,
  },
  { name: "config", files: /^api\/config\.ts$/, may: [], packages: ["zod"] },
  {
    name: "api root",
    files: /^api\/lambda\.ts$/,
    may: ["config", "api wiring", "adapters", "http", "ports", "domain"],
    packages: ["hono"],
    node: true,
  },
  {
    name: "api wiring",
    files: /^api\/[\w-]+\.ts$/,
    may: ["config", "adapters", "http", "ports", "domain"],
    packages: ["@aws-sdk/", "aws-jwt-verify"],
  },
  { name: "client", files: /^client\//, may: ["client"], types: ["schemas"] },
  {
    name: "development users",
    files: /^web\/session\/dev-users\.ts$/,
    may: ["development users"],
  },
  {
    name: "web",
    files: /^web\//,
    may: ["web", "development users", "client", "domain"],
    packages: ["preact", "marked", "oauth4webapi", "@codemirror/", "@lezer/"],
  },
  {
    name: "pack",
    files: /^pack\//,
    may: ["pack"],
    packages: ["esbuild", "fflate", "typescript"],
    node: true,
    others: ["package.json", "api/http/service/openapi.json"],
  },
  {
    name: "infra",
    files: /^infra\//,
    may: ["infra", "pack", "tables"],
    packages: ["@pulumi/", "tsx", "zod"],
    node: true,
  },
  {
    name: "authoring",
    files: /^cli\/authoring\//,
    may: ["authoring", "adapters", "use cases", "ports", "domain"],
    packages: ["yaml"],
    node: true,
  },
  {
    name: "cli root",
    files: /^cli\/grader\.ts$/,
    may: ["cli"],
    node: true,
  },
  {
    name: "cli",
    files: /^cli\//,
    may: ["cli", "authoring", "dev", "pack", ...API],
    packages: ["@aws-sdk/", "commander", "fast-xml-parser", "fflate", "yaml", "zod"],
    node: true,
  },
  {
    name: "dev root",
    files: /^dev\/server\.ts$/,
    may: ["dev", "development users", "pack"],
    packages: ["commander"],
    node: true,
  },
  {
    name: "dev",
    files: /^dev\//,
    may: ["dev", "development users", "authoring", "pack", ...API],
    packages: [
      "@aws-sdk/",
      "@hono/node-server",
      "aws-jwt-verify",
      "commander",
      "dynalite",
      "hono",
      "jose",
      "zod",
    ],
    node: true,
  },
];
