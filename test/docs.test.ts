import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
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

describe.each(PAGES)("%s", (page) => {
  it("names files and folders that are there", () => {
    const text = readFileSync(`${ROOT}${page}`, "utf8");
    const named = [...text.matchAll(PATH)].map(([, path]) => path ?? "");
    const ours = named.filter((path) => ROOMS.test(path) || !path.includes("/"));
    expect(ours.filter((path) => !isThere(path))).toEqual([]);
  });
});
