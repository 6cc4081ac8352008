import type { PageProblem } from "../service/page-problem.js";
import type { Commands } from "../state/commands.js";
import type { Run, State } from "../state/state.js";
import { EndedRun } from "./ended-run.js";
import { Running } from "./running.js";

export interface RunReportProps {
  readonly state: State;
  readonly commands: Commands;
  readonly problem: PageProblem;
  readonly run: Extract<Run, { readonly kind: "running" | "ended" }>;
}

/** A run that is under way, or what came of it. */
export function RunReport({ state, commands, problem, run }: RunReportProps) {
  if (run.kind === "ended") {
    return <EndedRun state={state} commands={commands} problem={problem} run={run} />;
  }
  return (
    <Running
      key={run.id}
      what={run.what}
      of={run.of}
      progress={run.progress}
      problem={problem}
      onCancel={commands.cancel}
    />
  );
}
