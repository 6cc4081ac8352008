import { isObject } from "../../api/domain/json.js";
import { ImportRefused } from "./import-refused.js";
import { legacySettings, recentSettings, wordsOf } from "./kattis-settings.js";
import type { SourceFiles } from "./source-files.js";

/** A group of a scoring problem, as our problems have it. */
export interface Group {
  readonly id: string;
  readonly points?: number;
  readonly scoring: "all" | "sum";
}

/** The group of the secret cases in a folder of this name. */
export function readGroup(
  files: SourceFiles,
  id: string,
  caseCount: number,
  notes: string[],
): Group {
  const folder = `data/secret/${id}`;
  return files.has(`${folder}/test_group.yaml`)
    ? readRecent(files, id, folder, notes)
    : readLegacy(files, id, folder, caseCount);
}

const MODES = ["sum", "avg", "min", "max"];

/**
 * As the default grader adds up: a group is worth the sum of what its cases are, or what each of them is, and
 * nothing when one fails, unless its verdict does not depend on that.
 */
function readLegacy(files: SourceFiles, id: string, folder: string, caseCount: number): Group {
  const { where, said } = legacySettings(files, folder);
  const flags = wordsOf(said.grader_flags);
  const mode = flags.findLast((flag) => MODES.includes(flag)) ?? "sum";
  const isPartial = flags.includes("always_accept") || flags.includes("accept_if_any_accepted");
  if (said.grading === "custom" || (isPartial && mode === "max")) {
    throw new ImportRefused(where, "how this grader adds up cannot be carried over.");
  }
  if (Number(said.reject_score ?? 0) !== 0) {
    throw new ImportRefused(where, "points for cases that fail cannot be carried over.");
  }
  const most = where.startsWith(`${folder}/`) ? Number(wordsOf(said.range)[1]) : Number.NaN;
  const ofCase = said.accept_score === undefined ? undefined : Number(said.accept_score);
  const ofGroup = ofCase === undefined || mode !== "sum" ? ofCase : ofCase * caseCount;
  const points = [ofGroup, most].find((one) => one !== undefined && one >= 0);
  return {
    id,
    ...(points !== undefined && { points }),
    scoring: isPartial && mode !== "min" ? "sum" : "all",
  };
}

function readRecent(files: SourceFiles, id: string, folder: string, notes: string[]): Group {
  const { where, said } = recentSettings(files, folder);
  const scoring = isObject(said.scoring) ? said.scoring : {};
  if (scoring.require_pass !== undefined) {
    throw new ImportRefused(where, "a group that needs others to pass cannot be carried over.");
  }
  const written = scoring.score ?? said.max_score;
  if (written === undefined) {
    notes.push(`${where} has no score: the group is worth a point a case now.`);
  } else if (!(Number(written) >= 0)) {
    throw new ImportRefused(where, `the score ${String(written)} cannot be carried over.`);
  }
  return {
    id,
    ...(written !== undefined && { points: Number(written) }),
    scoring: scoring.aggregation === "sum" ? "sum" : "all",
  };
}
