import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { bundlePage } from "../../pack/bundle-page.js";

const STATIC_IMPORT = /\b(?:from|import)\s*"([^"]+\.js)"/g;
const MOST_BYTES = 200 * 1024;

describe("the page's first view", () => {
  let contents: ReadonlyMap<string, string>;

  beforeAll(async () => {
    const files = await bundlePage();
    contents = new Map(files.map((file) => [`/${file.path}`, file.contents]));
  });

  /** The document and whatever a browser has to load before the page runs. */
  function firstView(): string[] {
    const found = new Set(["/index.html"]);
    for (const path of found) {
      const text = contents.get(path) ?? expect.fail(`There is no ${path}.`);
      const named = path.endsWith(".html")
        ? text.matchAll(/"(\/page\/[^"]+)"/g)
        : text.matchAll(STATIC_IMPORT);
      for (const [, name = ""] of named) found.add(new URL(name, `https://site${path}`).pathname);
    }
    return [...found];
  }

  it("weighs less than 200 KB, compressed", () => {
    const sizes = firstView().map((path) => gzipSync(contents.get(path) ?? "").length);
    expect(sizes.length).toBeGreaterThan(3);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES);
  });

  it("is there without the editor", () => {
    const isEditor = (path: string) => contents.get(path)?.includes("cm-content") === true;
    expect([...contents.keys()].filter(isEditor)).not.toEqual([]);
    expect(firstView().filter((path) => path.endsWith(".js") && isEditor(path))).toEqual([]);
  });
});
