import { isObject, type JsonText } from "../../api/domain/json.js";
import { ImportRefused } from "./import-refused.js";
import { type ImportedCase, type ImportedProblem, textCase } from "./imported-problem.js";
import { readGroup } from "./kattis-group.js";
import { validatorWords } from "./kattis-settings.js";
import { readValidator } from "./kattis-validator.js";
import type { SourceFiles } from "./source-files.js";
import { textOf } from "./text-of.js";
import { yamlOf } from "./yaml-of.js";

/** Where a package's submissions stand, and what they are here. */
const SUBMISSIONS: readonly [string, string][] = [
  ["accepted", "accepted"],
  ["wrong_answer", "wrong"],
  ["run_time_error", "wrong"],
  ["time_limit_exceeded", "slow"],
];

const STATEMENT_FILE = /^(?:problem_statement|statement)\/./;
const STATEMENT = /^[^/]+\/problem(?:\.(\w+))?\.(md|tex)$/;

/** By their languages. */
const STATEMENTS: ReadonlyMap<string, string> = new Map([
  ["en", "statement.md"],
  ["ko", "statement.ko.md"],
]);

/**
 * A problem package of Kattis, the ICPC or DOMjudge.
 *
 * Source: https://www.kattis.com/problem-package-format/spec/legacy and …/spec/2023-07-draft
 */
export function readKattis(files: SourceFiles, fallbackName: string): ImportedProblem {
  const settings = yamlOf(files.get("problem.yaml"), "problem.yaml");
  const notes: string[] = [];
  refuseKinds(settings, files);
  const inputs = inputsIn(files);
  const flags = validatorWords(files, inputs, settings.validator_flags);
  const judge = readValidator(settings, flags, files, notes);
  const { cases, groups } = readData(files, inputs, settings, notes);
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

/** What a submission would not be judged by here, though the package says so. */
const REFUSED: readonly [RegExp, string][] = [
  [/^include\/./, "code that belongs to every solution cannot be carried over."],
  [/^graders?\/./, "a grader of its own cannot be carried over."],
  [/^static_validators?\/./, "a validator of solutions cannot be carried over."],
  [/^data\/(?:sample|secret)\/.*\.(?:files\/.|args$)/, "files and arguments cannot be given."],
];

function refuseKinds(
  { type = "pass-fail", validation = "", grading }: Readonly<Record<string, unknown>>,
  files: SourceFiles,
) {
  const kinds = [type, validation].flat().join(" ").split(/\s+/);
  const odd = kinds.find((kind) => ["interactive", "multi-pass", "submit-answer"].includes(kind));
  if (odd !== undefined) {
    throw new ImportRefused("problem.yaml", `${odd} problems cannot be carried over.`);
  }
  if (isObject(grading) && grading.objective === "min") {
    throw new ImportRefused("problem.yaml", "fewer points cannot be better here.");
  }
  for (const path of files.keys()) {
    const why = REFUSED.find(([pattern]) => pattern.test(path))?.[1];
    if (why !== undefined) throw new ImportRefused(path, why);
    if (!/^data\/(?:sample|secret)\/.*\.ya?ml$/.test(path)) continue;
    const { args, output_validator_args } = yamlOf(files.get(path), path);
    const isCase = files.has(path.replace(/\.ya?ml$/, ".in"));
    if (args === undefined && (output_validator_args === undefined || !isCase)) continue;
    throw new ImportRefused(path, "arguments of single cases cannot be carried over.");
  }
}

function inputsIn(files: SourceFiles): readonly string[] {
  const inputs = [...files.keys()].filter((path) => /^data\/(sample|secret)\/.*\.in$/.test(path));
  if (inputs.length === 0) throw new ImportRefused("data/", "has no test cases (*.in).");
  return inputs.sort((a, b) => (a < b ? -1 : 1));
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
  const memory = isObject(limits) ? Number(limits.memory) : Number.NaN;
  if (memory > 256) notes.push(`It allows ${memory} MiB of memory; here there are 256.`);
  const seconds = written.map(Number).find((number) => number > 0);
  if (seconds !== undefined) return seconds;
  notes.push("The package has no time limit: it is 2 s now.");
  return 2;
}

function statements(files: SourceFiles, notes: string[]): [string, string][] {
  const found = new Map<string, { readonly path: string; readonly kind: string }>();
  for (const path of [...files.keys()].filter((name) => STATEMENT_FILE.test(name)).sort()) {
    const [, language = "en", kind] = STATEMENT.exec(path) ?? [];
    const name = STATEMENTS.get(language);
    if (kind === undefined || name === undefined) {
      notes.push(`${path} was left out: a statement is Markdown in English or Korean.`);
    } else if (found.get(name)?.kind !== "md") {
      found.set(name, { path, kind });
    }
  }
  return [...found].map(([name, { path, kind }]) => {
    if (kind === "tex") notes.push(`${path} is TeX, and stays so: write it as Markdown.`);
    return [name, textOf(files.get(path) ?? new Uint8Array(), path)];
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

function readData(
  files: SourceFiles,
  inputs: readonly string[],
  { type }: Readonly<Record<string, unknown>>,
  notes: string[],
) {
  const isScored = [type].flat().includes("scoring");
  const groupIdOf = (path: string) =>
    isScored ? /^data\/secret\/([^/]+)\//.exec(path)?.[1] : undefined;
  const cases = inputs.map((path): ImportedCase => {
    const answer = path.replace(/\.in$/, ".ans");
    const bytes = files.get(answer);
    if (bytes === undefined) throw new ImportRefused(path, `has no ${answer} beside it.`);
    const values = textCase(textOf(files.get(path) ?? bytes, path), textOf(bytes, answer));
    if (path.startsWith("data/sample/")) {
      return { ...values, visibility: "sample", ...(isScored && { points: "0" as JsonText }) };
    }
    const group = groupIdOf(path);
    return { ...values, visibility: "hidden", ...(group !== undefined && { group }) };
  });
  const ids = [...new Set(cases.flatMap(({ group }) => (group === undefined ? [] : [group])))];
  const groups = ids.map((id) =>
    readGroup(files, id, cases.filter(({ group }) => group === id).length, notes),
  );
  return { cases, groups };
}
