import type { ComponentChildren } from "preact";
import { compileFault } from "../results/fault-place.js";
import { groupPoints } from "../results/group-points.js";
import type { Outcome } from "../results/outcome.js";
import { isFailed, type ShownCase } from "../results/shown-case.js";
import type { PageProblem } from "../service/page-problem.js";
import type { CaseActions } from "../state/case-actions.js";
import { useWords } from "../words/speech.js";
import { CaseList } from "./case-list.js";
import { CompileFault } from "./compile-fault.js";
import { PointsTable } from "./points-table.js";
import { useChosenCase } from "./use-chosen-case.js";
import { VerdictBanner } from "./verdict-banner.js";

interface OutcomeReportProps {
  readonly outcome: Outcome;
  readonly timeLimitMs: number;
  /** Undefined when it is no longer there. */
  readonly problem: PageProblem | undefined;
  /** Where the code is in the editor. */
  readonly actions?: CaseActions;
  /** Stands below the verdict. */
  readonly children?: ComponentChildren;
}

/** A verdict and its cases: those that failed first, and among them those that can be looked into. */
export function OutcomeReport(props: OutcomeReportProps) {
  const { outcome, timeLimitMs, problem, actions, children } = props;
  const { results } = useWords();
  const { cases } = outcome;
  const { report, chosen, choose } = useChosenCase();
  const notCompiled = compileFault(cases);
  const groups = groupPoints(
    outcome,
    problem?.scorings ?? new Map(),
    problem?.judge.type === "checker",
  );
  const hasGroups = groups.some(({ id }) => id !== undefined);
  const samplesFirst = [...cases.filter(isSample), ...cases.filter((one) => !isSample(one))];
  const failed = samplesFirst.filter((one) => isFailed(one) && one.reason !== "NOT_RUN");
  const notRun = cases.filter(({ reason }) => reason === "NOT_RUN");
  const passed = samplesFirst.filter((one) => !isFailed(one));
  return (
    <div class="outcome" ref={report}>
      <div class="summary">
        <VerdictBanner outcome={outcome} onCase={({ number }) => choose(number)} />
        {outcome.points && hasGroups && notCompiled === undefined && (
          <PointsTable groups={groups} />
        )}
      </div>
      {children}
      {notCompiled === undefined ? lists() : <CompileFault one={notCompiled} actions={actions} />}
    </div>
  );

  function lists() {
    return (
      <>
        {failed.length > 0 && (
          <>
            <h3>{results.failed(failed.length)}</h3>
            {list(failed)}
          </>
        )}
        {notRun.length > 0 && <p class="hint not-run">{results.notRun(notRun.length)}</p>}
        {passed.length > 0 && (
          <>
            {(outcome.of !== "own" || failed.length > 0) && (
              <h3>{results.passed(passed.length)}</h3>
            )}
            {list(passed)}
          </>
        )}
        {cases.some(({ isHidden }) => isHidden) && <p class="hint not-run">{results.hiddenHint}</p>}
      </>
    );
  }

  function list(some: readonly ShownCase[]) {
    const open = outcome.of === "own" ? "all" : failed[0];
    return (
      <CaseList
        of={outcome.of}
        cases={some}
        timeLimitMs={timeLimitMs}
        open={open}
        chosen={chosen}
        actions={actions}
      />
    );
  }
}

const isSample = ({ values }: ShownCase) => values !== undefined;
