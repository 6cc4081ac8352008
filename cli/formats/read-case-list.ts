import {
  elementTexts,
  isObject,
  type JsonText,
  memberTexts,
  parseRoundedJson,
} from "../../api/domain/json.js";
import { ImportRefused } from "./import-refused.js";
import type { ImportedCase, ImportedProblem } from "./imported-problem.js";
import { parseCsv } from "./parse-csv.js";

/** What others call the members of a case. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  input: ["input", "in", "stdin"],
  expected_output: ["expected_output", "expectedOutput", "expected", "output", "answer", "stdout"],
  name: ["name"],
  visibility: ["visibility"],
  points: ["points"],
  group: ["group"],
};

const MEMBERS = Object.keys(NAMES);
const KNOWN = Object.values(NAMES).flat();

/**
 * Cases in a table with a row of names above.
 *
 * @param isProgram whether cells are texts that programs read and write; else they are JSON
 */
export function readCaseCsv(text: string, name: string, isProgram: boolean): ImportedProblem {
  const [header = [], ...rows] = parseCsv(text, name);
  const columns = new Map(MEMBERS.map((member) => [member, columnOf(header, member)]));
  for (const member of ["input", "expected_output"]) {
    if (columns.get(member) === -1) {
      throw new ImportRefused(name, `its first row names no column ${member}.`);
    }
  }
  const cases = rows.map((row, index) => {
    const cell = (member: string) => row[columns.get(member) ?? -1];
    const value = (member: string): JsonText => {
      const written = cell(member);
      const where = `${name}: row ${index + 2}, ${member}`;
      if (written === undefined) throw new ImportRefused(where, "the row ends before it.");
      return isProgram ? (JSON.stringify(written) as JsonText) : requireJson(written, where);
    };
    const label = (member: string) => (cell(member) ? { [member]: cell(member) } : {});
    return {
      input: value("input"),
      expected_output: value("expected_output"),
      ...label("name"),
      ...label("visibility"),
      ...label("group"),
      ...(cell("points") && { points: requireJson(cell("points") ?? "", `${name}: points`) }),
    };
  });
  const left = header.filter((title) => !KNOWN.includes(title.trim()));
  return problemOf(cases, name, isProgram, left);
}

/** Cases in a JSON array of objects, alone or as a member, whose values stay as they are written. */
export function readCaseJson(text: string, name: string, isProgram: boolean): ImportedProblem {
  requireJson(text, name);
  const { list, others } = findList(text, name);
  const left = new Set(others);
  const cases = elementTexts(list).map((element, index): ImportedCase => {
    const where = `${name}: case ${index + 1}`;
    if (!element.startsWith("{")) throw new ImportRefused(where, "is no object.");
    const members = memberTexts(element);
    for (const member of members.keys()) {
      if (!KNOWN.includes(member)) left.add(member);
    }
    const find = (member: string) =>
      NAMES[member]?.map((one) => members.get(one)).find((one) => one !== undefined);
    const [input, expected_output] = ["input", "expected_output"].map(find);
    if (input === undefined || expected_output === undefined) {
      throw new ImportRefused(where, "has no input, or no expected_output.");
    }
    const points = find("points");
    const label = (member: string) => {
      const written = find(member);
      const parsed: unknown = written === undefined ? null : JSON.parse(written);
      return parsed === null ? {} : { [member]: String(parsed) };
    };
    return {
      input,
      expected_output,
      ...label("name"),
      ...label("visibility"),
      ...label("group"),
      ...(points !== undefined && { points }),
    };
  });
  return problemOf(cases, name, isProgram, left);
}

/** The list of cases and what stands beside it; of several lists the first of objects. */
function findList(text: string, name: string) {
  const value = parseRoundedJson(text);
  if (Array.isArray(value)) return { list: text, others: [] };
  const lists = isObject(value)
    ? Object.entries(value).filter(([, one]) => Array.isArray(one))
    : [];
  const hasCases = ([, one]: [string, unknown]) => Array.isArray(one) && one.some(isObject);
  const [found] = lists.find(hasCases) ?? lists[0] ?? [];
  if (!isObject(value) || found === undefined) {
    throw new ImportRefused(name, "holds no list of cases.");
  }
  const others = Object.keys(value).filter((member) => member !== found);
  return { list: memberTexts(text).get(found) ?? "[]", others };
}

/** @param left what was not understood, and left out */
function problemOf(
  cases: readonly ImportedCase[],
  name: string,
  isProgram: boolean,
  left: Iterable<string>,
): ImportedProblem {
  if (cases.length === 0) throw new ImportRefused(name, "has no cases.");
  const title = name.replace(/\.\w+$/, "");
  const ids = [...new Set(cases.flatMap(({ group }) => (group === undefined ? [] : [group])))];
  return {
    name: title,
    settings: {
      title,
      ...(isProgram && { io: "stdio" }),
      timeLimitSeconds: 2,
      ...(ids.length > 0 && { groups: ids.map((id) => ({ id })) }),
    },
    files: new Map(),
    cases,
    notes: [
      "It has no statement and no solutions yet.",
      ...[...left].map((member) => `${member || "A column without a name"} was left out.`),
    ],
  };
}

const columnOf = (header: readonly string[], member: string) =>
  header.findIndex((title) => NAMES[member]?.includes(title.trim()));

function requireJson(text: string, where: string): JsonText {
  try {
    JSON.parse(text);
  } catch (cause) {
    const sentence = `${JSON.stringify(text.slice(0, 40))} is no JSON. Where programs read texts, add --stdio.`;
    throw new ImportRefused(where, sentence, { cause });
  }
  return text.trim() as JsonText;
}
