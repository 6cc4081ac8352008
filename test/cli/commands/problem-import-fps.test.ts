import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { useProblemImports } from "../../support/cli/use-problem-imports.js";

const { folders, run, imported } = useProblemImports();

const DOUBLE = "print(2 * int(input()))\n";

const item = (title: string, more = "") => `<item><title><![CDATA[${title}]]></title>
<time_limit unit="ms"><![CDATA[1500]]></time_limit>
<description><![CDATA[<p>Write <b>twice</b> the number, if n &le; 3.</p>]]></description>
<sample_input><![CDATA[2
]]></sample_input><sample_output><![CDATA[4
]]></sample_output>
<test_input><![CDATA[3
]]></test_input><test_output>6
</test_output>
<solution language="Python"><![CDATA[${DOUBLE}]]></solution>
<solution language="C++"><![CDATA[int main() {}]]></solution>${more}</item>`;
const fps = (...items: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><fps version="1.2">${items.join("")}</fps>`;

describe("problem import, of a FreeProblemSet", () => {
  it("makes a folder of each problem", async () => {
    await folders.write(".", { "set.xml": fps(item("A+B 문제"), item("A+B 문제"), item("Other")) });
    const { status, out } = await run("import", "set.xml", "set");
    expect(status).toBe(0);
    expect(out).toContain("note: A solution in C++ was left out.");
    expect((await readdir(join(folders.root, "set"))).sort()).toEqual([
      "a-b-문제",
      "a-b-문제-2",
      "other",
    ]);
    const { settings, cases } = await imported("set/other");
    expect(settings).toMatchObject({ title: "Other", timeLimitSeconds: 1.5 });
    expect(cases).toEqual([
      { input: "2\n", expected_output: "4\n", visibility: "sample" },
      { input: "3\n", expected_output: "6\n" },
    ]);
    expect(await readFile(join(folders.root, "set/other/statement.md"), "utf8")).toBe(
      "Write twice the number, if n ≤ 3.\n",
    );
    expect((await run("check", "set/other")).status).toBe(0);
  });

  it("carries code to begin with over, and says that pictures were left out", async () => {
    const more = `<template language="Python"><![CDATA[n = int(input())
]]></template><template language="C">int main;</template><spj language="C"></spj><remote_oj/>
<img><src>a.png</src><base64>AA==</base64></img>`;
    await folders.write(".", { "more.xml": fps(item("More", more)) });
    const { status, out } = await run("import", "more.xml", "more");
    expect(status).toBe(0);
    expect(out).toContain("note: A template in C was left out.");
    expect(out).toContain("note: Pictures of its statement were left out: 1.");
    expect(await readFile(join(folders.root, "more/starter.py"), "utf8")).toBe(
      "n = int(input())\n",
    );
  });

  it("leaves an entity as it is written that HTML does not have", async () => {
    const text = "&constructor; &toString; &__proto__; &le;";
    const odd = item("Odd").replace("<p>", text);
    await folders.write(".", { "entities.xml": fps(odd) });
    await run("import", "entities.xml", "entities");
    const statement = await readFile(join(folders.root, "entities/statement.md"), "utf8");
    expect(statement).toContain("&constructor; &toString; &__proto__; ≤");
  });

  it.each([
    ["a special judge", fps(item("x", "<spj language='C++'>int</spj>")), "item 1: spj: a special"],
    ["an interactor", fps(item("x", "<interactor>i</interactor>")), "item 1: interactor: inter"],
    ["code around", fps(item("x", "<append language='C'>a</append>")), "item 1: append: code that"],
    ["another judge", fps(item("x", "<remote_oj>poj</remote_oj>")), "item 1: remote_oj: a problem"],
    ["nothing to test", fps("<item><title>x</title></item>"), "item 1: has no test cases"],
    [
      "entities",
      `<!DOCTYPE fps [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${fps(item("&b;"))}`,
      "it defines entities",
    ],
    ["what is no XML", "<fps><item></fps>", "is no XML"],
    ["what has no problems", "<fps></fps>", "has no problems"],
  ])("refuses %s", async (name, xml, sentence) => {
    await folders.write(".", { "odd.xml": xml });
    const { status, err } = await run("import", "odd.xml", `odd-${name}`);
    expect(err).toContain(sentence);
    expect(status).toBe(1);
  });
});

describe("problem import, of a text that is written to hold it up", () => {
  const REFUSED = "is no XML";
  it.each([
    ["beginnings of a DOCTYPE", "set.xml", "<!DOCTYPE ".repeat(60_000), REFUSED],
    ["blanks", "set.xml", fps(item("x").replace("<p>", " ".repeat(200_000))), ""],
  ])("takes time in proportion to it: %s", async (name, file, text, sentence) => {
    await folders.write(".", { [file]: text });
    const before = process.cpuUsage();
    const { err } = await run("import", file, `held-up-${name.length}`);
    const { user } = process.cpuUsage(before);
    expect(err).toContain(sentence);
    expect(user / 1e6).toBeLessThan(3);
  });
});

it("goes on where an earlier run was ended: what it has written stays, and the rest follows", async () => {
  await folders.write(".", {
    "two.xml": `<fps>${["First", "Second"]
      .map(
        (title) =>
          `<item><title>${title}</title><test_input>1</test_input><test_output>1</test_output></item>`,
      )
      .join("")}</fps>`,
  });
  const importTwo = () => run("import", "two.xml", "goes-on");
  const first = await importTwo();
  expect(first.status).toBe(0);
  await rm(join(folders.root, "goes-on/second"), { recursive: true });
  expect(await importTwo()).toEqual(first);
  expect((await readdir(join(folders.root, "goes-on"))).sort()).toEqual(["first", "second"]);
});
