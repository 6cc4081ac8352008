import {
  type ExactGraderClient,
  type GradeResponse,
  GraderError,
  type WholeSubmission,
} from "../../client/create-grader-client.js";
import { gradedOutcome, type Outcome } from "../results/outcome.js";
import type { RunInputs } from "../results/ran-outcome.js";
import { findCodeFault } from "../service/code-fault.js";
import { codeLanguageOf } from "../service/code-language.js";
import { toFault } from "../service/fault.js";
import { followRun } from "../service/follow-run.js";
import { followSubmission } from "../service/follow-submission.js";
import type { Following } from "../service/following.js";
import { graderFor } from "../service/grader-for.js";
import { loadPart } from "../service/load-part.js";
import { notationOf, type PageProblem } from "../service/page-problem.js";
import { pickUpSubmission } from "../service/pick-up-submission.js";
import type { UnusableInputs } from "../service/read-own-inputs.js";
import type { Session } from "../session/session.js";
import { forgetAwaited, keepAwaited, readAwaited } from "./awaited-submission.js";
import { keepDraft } from "./drafts.js";
import type { HistoryCommands } from "./history-commands.js";
import { type Draft, openProblem, type RunEnd, type RunKind, type State } from "./state.js";
import type { Store } from "./store.js";
import { tellOf } from "./tell-of.js";

export interface RunCommands {
  /** Runs the code on the chosen inputs. */
  run(): Promise<void>;
  /** Has the code graded on the problem's test cases. */
  submit(): Promise<void>;
  /** Goes on waiting for the submission of the open problem that was being graded when the page was left. */
  resume(): Promise<void>;
  /** Waits no longer for what is running. */
  cancel(): void;
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
    const { code, codeLanguage } = state().draft;
    const id = ++lastId;
    const canceller = new AbortController();
    running = canceller;
    dispatch({ type: "runStarted", what, of, id });
    const { signal } = canceller;
    const end = await ask({ signal, ...tellOf(dispatch, id) }).catch(
      (error: unknown): RunEnd =>
        signal.aborted
          ? { kind: "cancelled", what }
          : failedEnd(what, error, problem, { code, codeLanguage }),
    );
    dispatch({ type: "runEnded", id, end });
  }

  async function awaitVerdict(
    problem: PageProblem,
    ask: (grader: ExactGraderClient, follow: Following) => Promise<Graded>,
  ): Promise<void> {
    const { user } = state();
    await perform("submit", "submission", problem, async (follow) => {
      const asked = ask(graderFor(session, user), follow);
      const { answer, ...ran } = await asked.catch((error: unknown) => {
        if (!isSignedOut(error)) forgetAwaited();
        throw error;
      });
      forgetAwaited();
      const outcome = gradedOutcome(answer, notationOf(problem));
      const { draft: before } = state();
      const isStillOpen = state().user === user && state().problemId === problem.problemId;
      // It is kept with the submission from now on.
      if (isStillOpen && before.codeLanguage === ran.codeLanguage) {
        dispatch({ type: "codeSubmitted" });
        keepDraft(user, problem, before, state().draft);
      }
      const mark = outcome.status === "ACCEPTED" ? "solved" : "attempted";
      const progress = new Map([[problem.problemId, mark] as const]);
      if (state().user === user) dispatch({ type: "progressAnswered", progress });
      return { kind: "ended", outcome, ...ran };
    });
    await history.loadHistory();
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
      const inputs = await chooseInputs(state(), problem).catch((error: unknown) => ({ error }));
      // Meanwhile somebody pressed the key again, or went on to another problem.
      if (state().run.kind === "running" || openProblem(state()) !== problem) return;
      if ("error" in inputs)
        return perform("run", "own", problem, () => Promise.reject(inputs.error));
      if ("kind" in inputs) return dispatch({ type: "ownInputsRefused", refused: inputs });
      await perform("run", inputs.of, problem, async (follow) => {
        const grader = graderFor(session, user);
        const request = requestOf(problem, draft);
        const outcome = await followRun(grader, request, inputs, problem, follow);
        return {
          kind: "ended",
          outcome,
          ...draftCode(draft),
        };
      });
    },
    async submit() {
      const problem = openProblem(state());
      if (problem === undefined || state().run.kind === "running") return;
      const { user, draft } = state();
      if (refuses(draft.code, "submit")) return;
      await awaitVerdict(problem, async (grader, follow) => {
        const began = (total: number, submissionId?: string) => {
          const { problemId } = problem;
          if (submissionId) keepAwaited({ submissionId, problemId, sub: user.sub });
          follow.began(total);
        };
        const following = { ...follow, began };
        const request = requestOf(problem, draft);
        const answer = await followSubmission(grader, request, notationOf(problem), following);
        return { answer, ...draftCode(draft) };
      });
    },
    async resume() {
      const problem = openProblem(state());
      const awaited = readAwaited();
      if (problem === undefined || awaited === undefined || state().run.kind === "running") return;
      const { submissionId, problemId, sub } = awaited;
      // As one that is running, it is given up for another problem; another user must not see it at all.
      if (problemId !== problem.problemId || sub !== state().user.sub) return forgetAwaited();
      await awaitVerdict(problem, async (grader, follow) => {
        follow.connectionLost();
        const answer = await pickUpSubmission(grader, submissionId, follow.signal);
        const codeLanguage = codeLanguageOf(answer.language);
        return { answer, code: answer.userCode ?? "", codeLanguage };
      });
    },
    cancel() {
      running?.abort();
    },
  };
}

/** A verdict, and the code it is of. */
interface Graded extends Pick<Draft, "code" | "codeLanguage"> {
  readonly answer: GradeResponse | WholeSubmission;
}

/** Whoever signs in again comes back here, and finds the verdict. */
function isSignedOut(error: unknown): boolean {
  return error instanceof GraderError && ["SignInEnded", "Unauthorized"].includes(error.code);
}

const draftCode = ({ code, codeLanguage }: Draft) => ({ code, codeLanguage });

function requestOf({ problemId }: PageProblem, { code, codeLanguage }: Draft) {
  return { problemId, userCode: code, language: codeLanguage };
}

/** What to run on, or why one's own inputs are nothing to run on. */
async function chooseInputs(
  { draft }: State,
  { examples, calling }: PageProblem,
): Promise<RunInputs | UnusableInputs> {
  if (draft.runOn === "examples" && examples.length > 0) return { of: "examples", examples };
  // Most people run on the examples.
  const { readOwnInputs } = await loadPart(() => import("../service/read-own-inputs.js"));
  const own = readOwnInputs(draft.ownInputs, calling, draft.codeLanguage);
  if (own.kind !== "usable") return own;
  return { of: "own", examples: own.examples };
}

/** A submission that was graded but not stored has its verdict all the same. */
function failedEnd(
  what: RunKind,
  error: unknown,
  problem: PageProblem,
  ran: Pick<Draft, "code" | "codeLanguage">,
): RunEnd {
  const fault = toFault(error);
  if (error instanceof GraderError && error.result !== undefined) {
    const outcome = gradedOutcome(error.result, notationOf(problem));
    return { kind: "ended", outcome, ...ran, fault };
  }
  return { kind: "failed", what, fault };
}
