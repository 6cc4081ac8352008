import { XMLParser } from "fast-xml-parser";
import { isObject } from "../../api/domain/json.js";
import { htmlText } from "./html-text.js";
import { ImportRefused } from "./import-refused.js";
import { type ImportedProblem, textCase } from "./imported-problem.js";

const LISTS = [
  "item",
  "sample_input",
  "sample_output",
  "test_input",
  "test_output",
  "solution",
  "template",
  "img",
];

/** What no folder of ours can say; empty elements say nothing. */
const REFUSED: Readonly<Record<string, string>> = {
  spj: "a special judge cannot be carried over: write checker.py by hand.",
  tpj: "a special judge cannot be carried over: write checker.py by hand.",
  interactor: "interactive problems cannot be carried over.",
  prepend: "code that belongs to every solution cannot be carried over.",
  append: "code that belongs to every solution cannot be carried over.",
  remote_oj: "a problem that another judge judges has no test cases to carry over.",
};

/**
 * The problems of a FreeProblemSet, as HUSTOJ exports them.
 *
 * Source: https://github.com/zhblue/freeproblemset
 */
export function readFps(xml: string, name: string): ImportedProblem[] {
  const { fps } = parse(xml, name);
  const items = isObject(fps) ? listOf(fps.item) : [];
  if (items.length === 0) throw new ImportRefused(name, "has no problems (fps/item).");
  return items.map((item, index) => readItem(item, `${name}: item ${index + 1}`));
}

function parse(xml: string, name: string): Readonly<Record<string, unknown>> {
  // A document that defines entities has them expanded without end.
  if (/<!ENTITY|<!DOCTYPE[^<>[]*\[/i.test(xml)) {
    throw new ImportRefused(name, "it defines entities, which no problem set needs.");
  }
  const parser = new XMLParser({
    ignoreAttributes: false,
    trimValues: false,
    parseTagValue: false,
    isArray: (tag) => LISTS.includes(tag),
  });
  try {
    return parser.parse(xml.replace(/<!DOCTYPE[^<>]*>/i, ""), true);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ImportRefused(name, `is no XML: ${why}`, { cause });
  }
}

function readItem(item: unknown, where: string): ImportedProblem {
  if (!isObject(item)) throw new ImportRefused(where, "is empty.");
  for (const [member, why] of Object.entries(REFUSED)) {
    const isSaid = listOf(item[member]).some((element) => textOf(element).trim() !== "");
    if (isSaid) throw new ImportRefused(`${where}: ${member}`, why);
  }
  const title = textOf(item.title).trim() || "Untitled";
  const notes: string[] = [];
  const pictures = listOf(item.img).length;
  if (pictures > 0) notes.push(`Pictures of its statement were left out: ${pictures}.`);
  const cases = [
    ...pairs(item, "sample", where).map((pair) => ({ ...pair, visibility: "sample" })),
    ...pairs(item, "test", where),
  ];
  if (cases.length === 0) throw new ImportRefused(where, "has no test cases.");
  return {
    name: title,
    settings: {
      title,
      io: "stdio",
      judgeType: "tokens",
      timeLimitSeconds: secondsOf(item.time_limit),
      caseVisibility: "hidden",
    },
    files: new Map([
      ["statement.md", statementOf(item)],
      ...codeOf(item.template, "template", () => "starter", notes),
      ...codeOf(item.solution, "solution", (at) => `solutions/accepted/solution-${at}`, notes),
    ]),
    cases,
    notes,
  };
}

function pairs(item: Readonly<Record<string, unknown>>, kind: "sample" | "test", where: string) {
  const [inputs, outputs] = [`${kind}_input`, `${kind}_output`].map((name) => listOf(item[name]));
  if (inputs?.length !== outputs?.length) {
    throw new ImportRefused(`${where}: ${kind}_input`, `not each has its ${kind}_output.`);
  }
  return (inputs ?? []).map((input, at) => textCase(textOf(input), textOf(outputs?.[at])));
}

/** Programs in the languages that there are here, as files of these names without their ends. */
function codeOf(
  elements: unknown,
  what: string,
  nameOf: (at: number) => string,
  notes: string[],
): [string, string][] {
  return listOf(elements).flatMap((element, index): [string, string][] => {
    const language = isObject(element) ? String(element["@_language"] ?? "") : "";
    const end = /^python/i.test(language) ? "py" : /^(javascript|node)/i.test(language) ? "js" : "";
    if (end !== "") return [[`${nameOf(index + 1)}.${end}`, textOf(element)]];
    notes.push(`A ${what} in ${language || "an unnamed language"} was left out.`);
    return [];
  });
}

function statementOf(item: Readonly<Record<string, unknown>>): string {
  const parts = [
    ["", item.description],
    ["## Input\n\n", item.input],
    ["## Output\n\n", item.output],
    ["## Hint\n\n", item.hint],
  ].map(([heading, html]) => ({ heading, text: htmlText(textOf(html)).trim() }));
  const written = parts.filter(({ text }) => text !== "");
  return `${written.map(({ heading, text }) => `${heading}${text}`).join("\n\n")}\n`;
}

function secondsOf(limit: unknown): number {
  const unit = isObject(limit) ? limit["@_unit"] : "s";
  const number = Number(textOf(limit));
  if (!(number > 0)) return 2;
  return unit === "ms" ? number / 1000 : number;
}

const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

function textOf(element: unknown): string {
  if (isObject(element)) return String(element["#text"] ?? "");
  return element === undefined ? "" : String(element);
}
