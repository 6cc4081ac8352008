import type { Action } from "./action.js";
import type { Run } from "./state.js";

type RunAction = Extract<
  Action,
  { readonly type: "runBegan" | "casesEnded" | "connectionLost" | "runEnded" }
>;

/** What becomes of a run that is under way. */
export function reduceRun(run: Extract<Run, { readonly kind: "running" }>, action: RunAction): Run {
  const { progress } = run;
  switch (action.type) {
    case "runBegan":
      return { ...run, progress: { ...progress, total: action.total } };
    case "casesEnded": {
      const ended = action.cases.map((one) => [one.number, one] as const);
      return { ...run, progress: { ...progress, cases: new Map([...progress.cases, ...ended]) } };
    }
    case "connectionLost":
      return { ...run, progress: { ...progress, isLost: true } };
    case "runEnded":
      return action.end;
  }
}
