import type { Problem } from "../../../client/create-grader-client.js";

/** A problem as the service shows it: its author wrote next to nothing, but for this. */
export function problemOf(changes: Partial<Problem>): Problem {
  return {
    problemId: "p",
    title: "",
    title_translated: "",
    difficulty: null,
    tags: [],
    io: "function",
    languages: ["python3.12"],
    description: "",
    description_translated: "",
    starterCode: "",
    starterCodes: {},
    timeLimitSeconds: 0.5,
    entryFunction: null,
    argumentStyle: "single",
    judgeType: "equal",
    epsilon: 0.001,
    relativeEpsilon: null,
    totalCaseCount: 1,
    caseCounts: { sample: 0, open: 1, hidden: 0 },
    sampleCases: [],
    groups: [],
    totalPoints: null,
    fault: null,
    ...changes,
  };
}
