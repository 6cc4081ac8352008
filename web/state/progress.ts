export type ProgressMark = "solved" | "attempted";

/** How far a user has come with each problem, by their ids. */
export type Progress = ReadonlyMap<string, ProgressMark>;

/** Both together: what was solved once stays so, whatever was tried after. */
export function mergedProgress(one: Progress, other: Progress): Progress {
  const merged = new Map(one);
  for (const [problemId, mark] of other) {
    if (merged.get(problemId) !== "solved") merged.set(problemId, mark);
  }
  return merged;
}
