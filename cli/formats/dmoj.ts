import { isObject, type JsonText } from "../../api/domain/json.js";
import { readDmojChecker } from "./dmoj-checker.js";
import { casesByName } from "./dmoj-names.js";
import { ImportRefused } from "./import-refused.js";
import { type ImportedCase, type ImportedProblem, textCase } from "./imported-problem.js";
import { readZip } from "./read-zip.js";
import type { SourceFiles } from "./source-files.js";
import { textOf } from "./text-of.js";
import { yamlOf } from "./yaml-of.js";

const INIT = "init.yml";

/** What no folder of ours can say. */
const REFUSED: Readonly<Record<string, string>> = {
  interactive: "interactive problems cannot be carried over.",
  unbuffered: "interactive problems cannot be carried over.",
  custom_judge: "a judge of its own cannot be carried over.",
  signature_grader: "a signature grader cannot be carried over.",
  generator: "cases that a program makes cannot be carried over: run it, and import its files.",
  file_io: "programs that read and write files cannot be carried over.",
};

/** What is read of it. */
const READ = ["archive", "checker", "points", "pretest_test_cases", "test_cases", "testcases"];

/**
 * A problem of the DMOJ judge: `init.yml` with the files or the archive that it names.
 *
 * Source: https://docs.dmoj.ca/#/problem_format/problem_format
 */
export function readDmoj(files: SourceFiles, fallbackName: string): ImportedProblem {
  const init = yamlOf(files.get(INIT), INIT);
  for (const [member, why] of Object.entries(REFUSED)) {
    if (init[member] !== undefined) throw new ImportRefused(`${INIT}: ${member}`, why);
  }
  const notes = [
    `${INIT} has no time limit: it is 2 s now.`,
    // There a case without points is run first, and shown to nobody.
    `No case is an example that students see: ${INIT} names none. Give those of the statement "visibility": "sample" in cases.json.`,
    ...Object.keys(init)
      .filter((member) => !READ.includes(member))
      .map((member) => `${INIT}: ${member} was left out: there is no such thing here.`),
  ];
  const judge = readDmojChecker(init.checker, notes);
  const data = withArchive(files, init.archive);
  const written = init.test_cases ?? init.testcases;
  // Only an archive is searched for names, as there.
  const listed = written ?? (init.archive === undefined ? undefined : casesByName(data));
  if (!Array.isArray(listed)) {
    throw new ImportRefused(
      `${INIT}: test_cases`,
      "it must list the cases, or leave them to the usual names in an archive: other patterns cannot be carried over.",
    );
  }
  const groups: unknown[] = [];
  if (listed.length === 0) {
    throw new ImportRefused(
      INIT,
      "it lists no cases, and the archive has none such as 1.in with 1.out.",
    );
  }
  const samples = Array.isArray(init.pretest_test_cases) ? init.pretest_test_cases : [];
  const cases = [
    ...samples.map((entry, at) => ({
      ...oneCase(data, entry, `${INIT}: pretest_test_cases[${at}]`),
      points: "0" as JsonText,
    })),
    ...listed.flatMap((entry: unknown, at: number) => {
      const where = `${INIT}: test_cases[${at}]`;
      if (!isObject(entry) || !Array.isArray(entry.batched)) {
        const points = pointsOf(isObject(entry) ? (entry.points ?? init.points) : undefined, where);
        return [{ ...oneCase(data, entry, where), ...points }];
      }
      if (entry.generator !== undefined) throw new ImportRefused(where, REFUSED.generator ?? "");
      if (entry.dependencies !== undefined) {
        throw new ImportRefused(where, "a batch that needs others to pass cannot be carried over.");
      }
      const group = `batch ${groups.length + 1}`;
      const { points = "1" } = pointsOf(entry.points ?? init.points, where);
      groups.push({ id: group, points: Number(points), scoring: "all" });
      return entry.batched.map((one: unknown, index: number) => ({
        ...oneCase(data, one, `${where}.batched[${index}]`),
        group,
      }));
    }),
  ];
  return {
    name: fallbackName,
    settings: {
      title: fallbackName,
      io: "stdio",
      ...judge,
      timeLimitSeconds: 2,
      caseVisibility: "hidden",
      ...(groups.length > 0 && { groups }),
    },
    files: new Map(),
    cases,
    notes,
  };
}

function withArchive(files: SourceFiles, archive: unknown): SourceFiles {
  if (archive === undefined) return files;
  const name = String(archive);
  const bytes = files.get(name);
  if (bytes === undefined) throw new ImportRefused(`${INIT}: archive`, `${name} is not there.`);
  return readZip(bytes, name);
}

function oneCase(files: SourceFiles, entry: unknown, where: string): ImportedCase {
  if (!isObject(entry)) throw new ImportRefused(where, "is no case with in and out.");
  for (const member of ["generator", "checker", ...Object.keys(REFUSED)]) {
    if (entry[member] === undefined) continue;
    throw new ImportRefused(where, `a case with its own ${member} cannot be carried over.`);
  }
  const read = (member: "in" | "out") => {
    const name = String(entry[member] ?? "");
    const bytes = files.get(name);
    if (bytes === undefined)
      throw new ImportRefused(`${where}.${member}`, `"${name}" is not there.`);
    return textOf(bytes, name);
  };
  return textCase(read("in"), read("out"));
}

function pointsOf(points: unknown, where: string): { readonly points?: JsonText } {
  if (points === undefined) return {};
  if (typeof points !== "number" || !Number.isFinite(points) || points < 0) {
    throw new ImportRefused(where, "its points are no number of at least 0.");
  }
  return { points: JSON.stringify(points) as JsonText };
}
