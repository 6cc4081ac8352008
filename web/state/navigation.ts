import { toFault } from "../service/fault.js";
import { DIFFICULTIES, type ListedProblem, type PageProblem } from "../service/page-problem.js";
import { type Address, readAddress, writeAddress } from "./address.js";
import { readDraft } from "./drafts.js";
import type { HistoryCommands } from "./history-commands.js";
import { keep, readKept } from "./kept.js";
import type { ReadProblem } from "./problem-cache.js";
import type { RunCommands } from "./run-commands.js";
import { type HistoryScope, scopesOf, type View } from "./state.js";
import type { Store } from "./store.js";
import type { WarmUp } from "./warm-ups.js";

export interface Navigation {
  /** Shows what the address names; where it names nothing, the problem that was open last or an easy one. */
  openAddressed(): void;
  /** Tries once more to load the open problem. */
  reloadProblem(): void;
  chooseView(view: View): void;
  chooseHistoryScope(scope: HistoryScope): void;
}

export function navigation(
  { state, dispatch }: Store,
  readProblem: ReadProblem,
  warmUp: WarmUp,
  { cancel, resume }: RunCommands,
  history: HistoryCommands,
): Navigation {
  async function open(problemId: string): Promise<void> {
    cancel();
    history.stopHistory();
    dispatch({ type: "problemOpened", problemId });
    await load(problemId);
    // What was submitted is there though the problem may not be.
    if (state().problemId === problemId) await history.loadHistory();
  }

  async function load(problemId: string): Promise<void> {
    const isStillOpen = () => state().problemId === problemId;
    let problem: PageProblem;
    try {
      problem = await readProblem(state().user, problemId);
    } catch (error) {
      const opened = { kind: "failed", fault: toFault(error) } as const;
      if (isStillOpen()) dispatch({ type: "problemAnswered", opened });
      return;
    }
    if (!isStillOpen()) return;
    keep("problem", problemId);
    const draft = readDraft(state().user, problem);
    dispatch({ type: "problemAnswered", opened: { kind: "loaded", value: problem }, draft });
    warmUp(state().user, draft.codeLanguage);
    void resume();
  }

  function show({ view, problemId, scope = "problem", submissionId }: Address): void {
    const { problemId: openId } = state();
    dispatch({ type: "viewChosen", view });
    if (view === "submissions") chooseScope(scope);
    const wanted = problemId ?? openId ?? firstProblem(state().problems);
    if (wanted !== undefined && wanted !== openId) void open(wanted);
    // There may be more by now: a submission that was cancelled is graded all the same.
    else if (view === "submissions") void history.loadHistory();
    if (submissionId !== undefined) void history.showSubmission(submissionId);
  }

  function chooseScope(asked: HistoryScope): void {
    const scope = scopesOf(state()).includes(asked) ? asked : "problem";
    if (scope !== state().history.scope) dispatch({ type: "historyScopeChosen", scope });
  }

  function go(address: Address): void {
    const hash = writeAddress(address);
    // It may name what this user was not shown when it was read.
    if (location.hash === hash) show(address);
    else location.hash = hash;
  }

  return {
    openAddressed() {
      const address = readAddress(location.hash);
      if (address !== undefined) return show(address);
      const problemId = state().problemId ?? firstProblem(state().problems);
      if (problemId === undefined) return;
      const first: Address = { view: "statement", problemId };
      window.history.replaceState(null, "", writeAddress(first));
      show(first);
    },
    reloadProblem() {
      const { problemId } = state();
      if (problemId !== undefined) void open(problemId);
    },
    chooseView(view) {
      const {
        problemId,
        history: { scope },
      } = state();
      go({ view, problemId, scope });
    },
    chooseHistoryScope(scope) {
      go({ view: "submissions", problemId: state().problemId, scope });
    },
  };
}

type Problems = ReturnType<Store["state"]>["problems"];

/** The one that was open last, else the easiest. */
function firstProblem(problems: Problems): string | undefined {
  const last = readKept("problem");
  // What is not listed can be solved all the same.
  if (problems.kind === "failed") return last;
  if (problems.kind === "loading") return undefined;
  const rank = ({ difficulty }: ListedProblem) =>
    difficulty === undefined ? DIFFICULTIES.length : DIFFICULTIES.indexOf(difficulty);
  const known = problems.value.find(({ problemId }) => problemId === last);
  return (known ?? problems.value.toSorted((a, b) => rank(a) - rank(b))[0])?.problemId;
}
