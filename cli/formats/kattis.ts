import { isObject, type JsonText } from "../../api/domain/json.js";
import { ImportRefused } from "./import-refused.js";
import { type ImportedCase, type ImportedProblem, textCase } from "./imported-problem.js";
import { readValidator } from "./kattis-validator.js";
import type { SourceFiles } from "./source-limits.js";
import { textOf } from "./text-of.js";
import { yamlOf } from "./yaml-of.js";

/** Where a package's submissions stand, and what they are here. */
const SUBMISSIONS: readonly [string, string][] = [
  ["accepted", "accepted"],
  ["wrong_answer", "wrong"],
  ["run_time_error", "wrong"],
  ["time_limit_exceeded", "slow"],
];

const STATEMENT = /^(?:problem_statement|statement)\/problem(?:\.(\w+))?\.(md|tex)$/;

/**
 * A problem package of Kattis, the ICPC or DOMjudge.
 *
 * Source: https://www.kattis.com/problem-package-format/spec/legacy and …/spec/2023-07-draft
 */
export function readKattis(files: SourceFiles, fallbackName: string): ImportedProblem {
  const settings = yamlOf(files.get("problem.yaml"), "problem.yaml");
  const notes: string[] = [];
  refuseKinds(settings);
  const judge = readValidator(settings, files, notes);
  const { cases, groups } = readData(files, settings);
  const titles = titlesOf(settings);
  return {
    name: fallbackName,
    settings: {
      title: titles.en ?? fallbackName,
      ...(titles.ko !== undefined && { title_translated: titles.ko }),
      io: "stdio",
      ...judge,
      timeLimitSeconds: timeLimitOf(files, settings, notes),
      ...(groups.length > 0 && { groups }),
    },
    files: new Map([...statements(files, notes), ...submissions(files, notes)]),
    cases,
    notes,
  };
}

function refuseKinds({ type = "pass-fail", validation = "" }: Readonly<Record<string, unknown>>) {
  const kinds = [type, validation].flat().join(" ").split(/\s+/);
  const odd = kinds.find((kind) => ["interactive", "multi-pass", "submit-answer"].includes(kind));
  if (odd !== undefined) {
    throw new ImportRefused("problem.yaml", `${odd} problems cannot be carried over.`);
  }
}

function titlesOf({ name }: Readonly<Record<string, unknown>>) {
  if (typeof name === "string") return { en: name, ko: undefined };
  const byLanguage = isObject(name) ? name : {};
  const text = (language: string) => {
    const value = byLanguage[language];
    return typeof value === "string" ? value : undefined;
  };
  const [first] = Object.values(byLanguage);
  return { en: text("en") ?? (typeof first === "string" ? first : undefined), ko: text("ko") };
}

function timeLimitOf(
  files: SourceFiles,
  { limits }: Readonly<Record<string, unknown>>,
  notes: string[],
): number {
  const ini = files.get("domjudge-problem.ini");
  const written = [
    isObject(limits) ? limits.time_limit : undefined,
    files.has(".timelimit") ? textOf(files.get(".timelimit") ?? new Uint8Array(), "") : undefined,
    ini &&
      /^[ \t]*timelimit[ \t]*=[ \t]*['"]?([\d.]+)/m.exec(textOf(ini, "domjudge-problem.ini"))?.[1],
  ];
  const seconds = written.map(Number).find((number) => number > 0);
  if (seconds !== undefined) return seconds;
  notes.push("The package has no time limit: it is 2 s now.");
  return 2;
}

function statements(files: SourceFiles, notes: string[]): [string, string][] {
  const found = [...files].flatMap(([path, bytes]) => {
    const [, language = "en", kind] = STATEMENT.exec(path) ?? [];
    return kind === undefined ? [] : [{ path, language, kind, text: textOf(bytes, path) }];
  });
  return found.flatMap(({ path, language, kind, text }): [string, string][] => {
    if (language !== "en" && language !== "ko") return [];
    if (kind === "tex") notes.push(`${path} is TeX, and stays so: write it as Markdown.`);
    return [[language === "ko" ? "statement.ko.md" : "statement.md", text]];
  });
}

function submissions(files: SourceFiles, notes: string[]): [string, string][] {
  return [...files].flatMap(([path, bytes]): [string, string][] => {
    const [, from, name = ""] = /^submissions\/([^/]+)\/(.+)$/.exec(path) ?? [];
    if (from === undefined) return [];
    const kind = SUBMISSIONS.find(([theirs]) => theirs === from)?.[1];
    if (kind === undefined || !/^[^/]+\.(?:py|js)$/.test(name)) {
      notes.push(`${path} was left out: it is no solution in Python or JavaScript.`);
      return [];
    }
    const prefix = from === "run_time_error" ? "breaks-" : "";
    return [[`solutions/${kind}/${prefix}${name}`, textOf(bytes, path)]];
  });
}

interface Group {
  readonly id: string;
  readonly points?: number;
  readonly scoring: "all";
}

function readData(files: SourceFiles, settings: Readonly<Record<string, unknown>>) {
  const inputs = [...files.keys()].filter((path) => /^data\/(sample|secret)\/.*\.in$/.test(path));
  if (inputs.length === 0) throw new ImportRefused("data/", "has no test cases (*.in).");
  inputs.sort((a, b) => (a < b ? -1 : 1));
  const isScored = [settings.type].flat().includes("scoring");
  const groups = new Map<string, Group>();
  const cases = inputs.map((path): ImportedCase => {
    const answer = path.replace(/\.in$/, ".ans");
    const bytes = files.get(answer);
    if (bytes === undefined) throw new ImportRefused(path, `has no ${answer} beside it.`);
    const values = textCase(textOf(files.get(path) ?? bytes, path), textOf(bytes, answer));
    if (path.startsWith("data/sample/")) {
      return { ...values, visibility: "sample", ...(isScored && { points: "0" as JsonText }) };
    }
    const [, id] = /^data\/secret\/([^/]+)\//.exec(path) ?? [];
    if (!isScored || id === undefined) return { ...values, visibility: "hidden" };
    if (!groups.has(id)) groups.set(id, groupOf(files, id));
    return { ...values, visibility: "hidden", group: id };
  });
  return { cases, groups: [...groups.values()] };
}

function groupOf(files: SourceFiles, id: string): Group {
  const place = `data/secret/${id}`;
  const legacy = yamlOf(files.get(`${place}/testdata.yaml`), `${place}/testdata.yaml`);
  const recent = yamlOf(files.get(`${place}/test_group.yaml`), `${place}/test_group.yaml`);
  const range = String(legacy.range ?? "").split(/\s+/)[1];
  const points = [recent.max_score, legacy.accept_score, range].map(Number).find((one) => one >= 0);
  return { id, ...(points !== undefined && { points }), scoring: "all" };
}
