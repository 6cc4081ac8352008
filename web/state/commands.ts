import { toFault } from "../service/fault.js";
import { loadProblems } from "../service/load-problems.js";
import type { Session, User } from "../session/session.js";
import type { Language } from "../words/speech.js";
import { keepDraft, readDraft } from "./drafts.js";
import { type HistoryCommands, historyCommands } from "./history-commands.js";
import { keep, readKept } from "./kept.js";
import { type RunCommands, runCommands } from "./run-commands.js";
import { NO_DRAFT, openProblem, type RunOn, type Theme, type View } from "./state.js";
import type { Store } from "./store.js";
import { warmUps } from "./warm-ups.js";

/** What a user can do on the page. */
export interface Commands extends RunCommands, HistoryCommands {
  loadProblems(): Promise<void>;
  /** Opens the problem that the address names, else the one that was open last, else the first. */
  openAddressed(): void;
  chooseUser(user: User): void;
  chooseLanguage(language: Language): void;
  chooseTheme(theme: Theme | undefined): void;
  chooseView(view: View): void;
  chooseRunOn(runOn: RunOn): void;
  editCode(code: string): void;
  /** Puts other code into the editor; the old one can be brought back. */
  replaceCode(code: string): void;
  bringCodeBack(): void;
  editOwnInputs(text: string): void;
}

export function createCommands(store: Store, session: Session): Commands {
  const { state, dispatch } = store;
  const history = historyCommands(store, session);
  const run = runCommands(store, session, history);
  const warmUp = warmUps(session);

  const keepWhatIsWritten = () => {
    const problem = openProblem(state());
    if (problem !== undefined) keepDraft(state().user, problem, state().draft);
  };

  const openAddressed = () => {
    const { problems, problemId: openId, user } = state();
    if (problems.kind !== "loaded") return;
    const addressed = decodeAddress(location.hash);
    const wanted = [addressed, openId, readKept("problem")];
    const problem =
      wanted
        .map((id) => problems.value.find(({ problemId }) => problemId === id))
        .find((found) => found !== undefined) ?? problems.value[0];
    if (problem === undefined || problem.problemId === openId) return;
    run.cancel();
    keep("problem", problem.problemId);
    dispatch({
      type: "problemOpened",
      problemId: problem.problemId,
      draft: readDraft(user, problem),
    });
    warmUp(user);
    void history.loadHistory();
  };

  return {
    ...run,
    ...history,
    openAddressed,
    async loadProblems() {
      dispatch({ type: "problemsAnswered", problems: { kind: "loading" } });
      try {
        const value = await loadProblems();
        dispatch({ type: "problemsAnswered", problems: { kind: "loaded", value } });
      } catch (error) {
        const fault = toFault(error);
        return dispatch({ type: "problemsAnswered", problems: { kind: "failed", fault } });
      }
      openAddressed();
      await history.loadProgress();
    },
    chooseUser(user) {
      run.cancel();
      keep("user", user.sub);
      const problem = openProblem(state());
      const draft = problem === undefined ? NO_DRAFT : readDraft(user, problem);
      dispatch({ type: "userChosen", user, draft });
      if (problem !== undefined) warmUp(user);
      void history.loadHistory();
      void history.loadProgress();
    },
    chooseLanguage(language) {
      keep("language", language);
      dispatch({ type: "languageChosen", language });
    },
    chooseTheme(theme) {
      keep("theme", theme);
      dispatch({ type: "themeChosen", theme });
    },
    chooseView(view) {
      dispatch({ type: "viewChosen", view });
      // There may be more by now: a submission that was cancelled is graded all the same.
      if (view === "submissions") void history.loadHistory();
    },
    chooseRunOn: (runOn) => dispatch({ type: "runOnChosen", runOn }),
    editCode(code) {
      dispatch({ type: "codeEdited", code });
      keepWhatIsWritten();
    },
    replaceCode(code) {
      dispatch({ type: "codeReplaced", code });
      keepWhatIsWritten();
    },
    bringCodeBack() {
      dispatch({ type: "codeBroughtBack" });
      keepWhatIsWritten();
    },
    editOwnInputs(ownInputs) {
      dispatch({ type: "ownInputsEdited", ownInputs });
      keepWhatIsWritten();
    },
  };
}

/** The problem's id in an address such as `#/rotate-matrix`. */
function decodeAddress(hash: string): string | undefined {
  try {
    return decodeURIComponent(hash.replace(/^#\/?/, ""));
  } catch {
    // Somebody wrote a stray % into the address.
    return undefined;
  }
}
