import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { lexer, type Token, walkTokens } from "marked";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const tracked = execFileSync("git", ["ls-files"], { cwd: ROOT, encoding: "utf8" }).split("\n");
const PAGES = tracked.filter((path) =>
  /^[^/]+\.md$|^docs\/.*\.md$|^test\/support\/.*\.md$/.test(path),
);

/** Where a page may leave out the beginning of a path. */
const BASES = ["", "api/", "test/support/", "infra/"];

/** Words in back quotes that look like a path of this repository: `dev/http/page.ts`, `web/parts/`. */
const PATH = /`((?:[\w.-]+\/)+[\w.-]*|[\w-]+\.(?:ts|tsx|py|mjs))`/g;

const ROOMS =
  /^(?:api|bench|cli|client|dev|docs|executor|infra|pack|runner|test|web|domain|http|usecases|adapters)\//;

const isThere = (path: string) =>
  BASES.some((base) => {
    const whole = base + path;
    return tracked.some((one) => one === whole || one.startsWith(`${whole.replace(/\/$/, "")}/`));
  }) ||
  (!path.includes("/") && tracked.some((one) => one.endsWith(`/${path}`)));

const read = (path: string) => readFileSync(`${ROOT}${path}`, "utf8");

function tokensOf(page: string): Token[] {
  const tokens: Token[] = [];
  walkTokens(lexer(read(page)), (token) => {
    tokens.push(token);
  });
  return tokens;
}

/** What GitHub makes of a heading, to link to it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_\- ]/gu, "")
    .replaceAll(" ", "-");

function hasAnchor(page: string, anchor: string): boolean {
  return tokensOf(page).some(
    (token) => token.type === "heading" && anchorOf(token.text) === anchor,
  );
}

/** The links of a page that lead into this repository, each with where it leads. */
function linksOf(page: string) {
  return tokensOf(page)
    .flatMap(({ type, href }: { type: string; href?: string }) =>
      (type === "link" || type === "image") && href !== undefined ? [href] : [],
    )
    .filter((href) => !/^[a-z]+:/.test(href))
    .map((href) => {
      const [path = "", anchor] = href.split("#");
      const target = path === "" ? page : posix.join(posix.dirname(page), path);
      return { href, target, anchor };
    });
}

describe.each(PAGES)("%s", (page) => {
  it("names files and folders that are there", () => {
    const named = [...read(page).matchAll(PATH)].map(([, path]) => path ?? "");
    const ours = named.filter((path) => ROOMS.test(path) || !path.includes("/"));
    expect(ours.filter((path) => !isThere(path))).toEqual([]);
  });

  it("links to pages and headings that are there", () => {
    const broken = linksOf(page).filter(
      ({ target, anchor }) =>
        !isThere(target) || (anchor !== undefined && !hasAnchor(target, anchor)),
    );
    expect(broken.map(({ href }) => href)).toEqual([]);
  });
});

it("lists every decision in the index", () => {
  const listed = linksOf("docs/adr/README.md").map(({ target }) => target);
  const decisions = tracked.filter((path) => /^docs\/adr\/\d/.test(path));
  expect(decisions.filter((path) => !listed.includes(path))).toEqual([]);
  expect(decisions.length).toBeGreaterThan(15);
});

it("says of every npm script what it does", () => {
  const { scripts } = JSON.parse(read("package.json"));
  const kit = read("CONTRIBUTING.md");
  const named = (script: string) =>
    kit.includes(script === "test" ? "`npm test`" : `\`npm run ${script}`);
  expect(Object.keys(scripts).filter((script) => !named(script))).toEqual([]);
});
