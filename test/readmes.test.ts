import { readFile } from "node:fs/promises";
import { lexer, type Token } from "marked";
import { beforeAll, describe, expect, it } from "vitest";

/** What two READMEs must share, whatever their languages. */
interface Outline {
  /** The kinds of blocks in their order; of a heading its depth, of a table and a list its length. */
  readonly blocks: readonly string[];
  /** Code without its comments, which are translated. */
  readonly code: readonly string[];
  /** Where links and images lead. */
  readonly targets: readonly string[];
}

async function outlineOf(name: string): Promise<Outline> {
  const tokens = lexer(await readFile(new URL(`../${name}`, import.meta.url), "utf8"));
  const code = tokens.flatMap((token) => (token.type === "code" ? [String(token.text)] : []));
  const text = tokens.map(({ raw }) => raw).join("");
  return {
    blocks: tokens.filter(({ type }) => type !== "space").map(kindOf),
    code: code.map((one) => one.replace(/ +(?:#|\/\/) .*$/gm, "")),
    targets: [...text.matchAll(/\]\(([^)]+)\)|src="([^"]+)"|<(https?:[^>]+)>/g)].map(
      ([, link, image, address]) => link ?? image ?? address ?? "",
    ),
  };
}

function kindOf(token: Token): string {
  switch (token.type) {
    case "heading":
      return `heading ${token.depth}`;
    case "table":
      return `table of ${token.rows.length}`;
    case "list":
      return `list of ${token.items.length}`;
    default:
      return token.type;
  }
}

describe("the Korean README", () => {
  let english: Outline;
  let korean: Outline;
  beforeAll(async () => {
    english = await outlineOf("README.md");
    korean = await outlineOf("README.ko.md");
  });

  it("has the headings, tables and lists of the English one", () => {
    expect(korean.blocks).toEqual(english.blocks);
    expect(english.blocks.length).toBeGreaterThan(30);
  });

  it("has the same commands and code", () => {
    expect(korean.code).toEqual(english.code);
    expect(english.code.length).toBeGreaterThan(5);
  });

  it("leads to the same places, except to the other language", () => {
    const elsewhere = ({ targets }: Outline) =>
      targets.filter((target) => !/^README(?:\.ko)?\.md$/.test(target));
    expect(elsewhere(korean)).toEqual(elsewhere(english));
    expect(elsewhere(english).length).toBeGreaterThan(10);
  });
});
