import { GraderError } from "../../client/create-grader-client.js";
import { gradedOutcome, type Outcome } from "../results/outcome.js";
import type { RunInputs } from "../results/ran-outcome.js";
import { findCodeFault } from "../service/code-fault.js";
import { toFault } from "../service/fault.js";
import { graderFor } from "../service/grader-for.js";
import { notationOf, type PageProblem } from "../service/page-problem.js";
import { readOwnInputs, type UnusableInputs } from "../service/read-own-inputs.js";
import type { Session } from "../session/session.js";
import { keepDraft } from "./drafts.js";
import type { HistoryCommands } from "./history-commands.js";
import { openProblem, type RunEnd, type RunKind, type State } from "./state.js";
import type { Store } from "./store.js";
import { type Tell, tellOf } from "./tell-of.js";

export interface RunCommands {
  /** Runs the code on the chosen inputs. */
  run(): Promise<void>;
  /** Has the code graded on the problem's test cases. */
  submit(): Promise<void>;
  /** Waits no longer for what is running. */
  cancel(): void;
}

/** How to go along with a run. */
export interface Following extends Tell {
  readonly signal: AbortSignal;
}

export function runCommands(
  { state, dispatch }: Store,
  session: Session,
  history: HistoryCommands,
): RunCommands {
  let lastId = 0;
  let running: AbortController | undefined;

  async function perform(
    what: RunKind,
    of: Outcome["of"],
    problem: PageProblem,
    ask: (follow: Following) => Promise<RunEnd>,
  ): Promise<void> {
    const { code } = state().draft;
    const id = ++lastId;
    const canceller = new AbortController();
    running = canceller;
    dispatch({ type: "runStarted", what, of, id });
    const { signal } = canceller;
    const end = await ask({ signal, ...tellOf(dispatch, id) }).catch(
      (error: unknown): RunEnd =>
        signal.aborted ? { kind: "cancelled", what } : failedEnd(what, error, problem, code),
    );
    dispatch({ type: "runEnded", id, end });
  }

  /** What would only come back is not sent. */
  function refuses(code: string, what: RunKind): boolean {
    const why = findCodeFault(code);
    if (why !== undefined) dispatch({ type: "codeRefused", what, why });
    return why !== undefined;
  }

  return {
    async run() {
      const problem = openProblem(state());
      if (problem === undefined || state().run.kind === "running") return;
      const { user, draft } = state();
      if (refuses(draft.code, "run")) return;
      const inputs = chooseInputs(state(), problem);
      if ("kind" in inputs) return dispatch({ type: "ownInputsRefused", refused: inputs });
      await perform("run", inputs.of, problem, async (follow) => {
        const customTestCases = inputs.examples.map(({ input }) => input);
        const request = { problemId: problem.problemId, userCode: draft.code, customTestCases };
        // What judges the examples comes while they run.
        const judging = import("../results/ran-outcome.js");
        const answer = await graderFor(session, user).runCustomTests(request, follow);
        const { ranOutcome } = await judging;
        return {
          kind: "ended",
          outcome: ranOutcome(answer, inputs, problem),
          code: draft.code,
        };
      });
    },
    async submit() {
      const problem = openProblem(state());
      if (problem === undefined || state().run.kind === "running") return;
      const { user, draft } = state();
      if (refuses(draft.code, "submit")) return;
      await perform("submit", "submission", problem, async (follow) => {
        const request = { problemId: problem.problemId, userCode: draft.code };
        const answer = await graderFor(session, user).grade(request, follow);
        const outcome = gradedOutcome(answer, notationOf(problem));
        // It is kept with the submission from now on.
        if (state().user === user && state().problemId === problem.problemId) {
          dispatch({ type: "codeSubmitted" });
          keepDraft(user, problem, state().draft);
        }
        const mark = outcome.status === "ACCEPTED" ? "solved" : "attempted";
        const progress = new Map([[problem.problemId, mark] as const]);
        if (state().user === user) dispatch({ type: "progressAnswered", progress });
        return { kind: "ended", outcome, code: draft.code };
      });
      await history.loadHistory();
    },
    cancel() {
      running?.abort();
    },
  };
}

/** What to run on, or why one's own inputs are nothing to run on. */
function chooseInputs(
  { draft }: State,
  { examples, calling }: PageProblem,
): RunInputs | UnusableInputs {
  if (draft.runOn === "examples" && examples.length > 0) return { of: "examples", examples };
  const own = readOwnInputs(draft.ownInputs, calling);
  if (own.kind !== "usable") return own;
  return { of: "own", examples: own.examples };
}

/** A submission that was graded but not stored has its verdict all the same. */
function failedEnd(what: RunKind, error: unknown, problem: PageProblem, code: string): RunEnd {
  const fault = toFault(error);
  if (error instanceof GraderError && error.result !== undefined) {
    const outcome = gradedOutcome(error.result, notationOf(problem));
    return { kind: "ended", outcome, code, fault };
  }
  return { kind: "failed", what, fault };
}
