import type { CodeLanguage } from "../service/code-language.js";
import { toFault } from "../service/fault.js";
import { graderFor } from "../service/grader-for.js";
import { loadProblems } from "../service/load-problems.js";
import { takenOver, withInput } from "../service/taken-over.js";
import type { Session, User } from "../session/session.js";
import type { Language } from "../words/speech.js";
import { loadWords } from "../words/words.js";
import type { Action } from "./action.js";
import type { CaseActions } from "./case-actions.js";
import { keepCodeLanguage, keepDraft, readCode, readDraft } from "./drafts.js";
import { type HistoryCommands, historyCommands } from "./history-commands.js";
import { keep } from "./kept.js";
import { type Navigation, navigation } from "./navigation.js";
import { problemCache } from "./problem-cache.js";
import { type RunCommands, runCommands } from "./run-commands.js";
import { NO_DRAFT, openProblem, type RunOn, type Theme } from "./state.js";
import type { Store } from "./store.js";
import { warmUps } from "./warm-ups.js";

/** What a user can do on the page. */
export interface Commands extends RunCommands, HistoryCommands, Navigation, CaseActions {
  loadProblems(): Promise<void>;
  chooseUser(user: User): void;
  /** Speaks another language, once its words are there. */
  chooseLanguage(language: Language): Promise<void>;
  chooseTheme(theme: Theme | undefined): void;
  chooseRunOn(runOn: RunOn): void;
  /** Goes on in another language, with what was written in it so far. */
  chooseCodeLanguage(language: CodeLanguage): void;
  editCode(code: string): void;
  /** Puts other code into the editor, in its language where that is offered; the old one can be brought back. */
  replaceCode(code: string, language: CodeLanguage): void;
  bringCodeBack(): void;
  /** Finds out whether another tab has kept other code for what is worked on here. */
  compareWithOtherTabs(): void;
  /** Goes on with the code of the other tab, or with the one that is here; the other can be brought back. */
  chooseTab(which: "other" | "this"): void;
  editOwnInputs(text: string): void;
}

export function createCommands(store: Store, session: Session): Commands {
  const { state, dispatch } = store;
  const readProblem = problemCache(session);
  const warmUp = warmUps(session);
  const history = historyCommands(store, session, readProblem);
  const run = runCommands(store, session, history);
  const navigating = navigation(store, readProblem, warmUp, run, history);

  const changeDraft = (...actions: readonly Action[]) => {
    const { draft: before, user } = state();
    for (const action of actions) dispatch(action);
    const problem = openProblem(state());
    if (problem === undefined) return;
    const isKept = keepDraft(user, problem, before, state().draft);
    if (isKept !== state().isDraftKept) dispatch({ type: "draftKept", isKept });
  };

  const chooseCodeLanguage = (language: CodeLanguage) => {
    const { user, draft } = state();
    const problem = openProblem(state());
    const isOffered = problem?.languages.includes(language) ?? false;
    if (problem === undefined || !isOffered || language === draft.codeLanguage) return;
    keepCodeLanguage(user, problem, language);
    dispatch({ type: "codeLanguageChosen", draft: readDraft(user, problem, language) });
    warmUp(user, language);
  };

  return {
    ...run,
    ...history,
    ...navigating,
    async loadProblems() {
      dispatch({ type: "problemsAnswered", problems: { kind: "loading" } });
      try {
        const value = await loadProblems(graderFor(session, state().user));
        dispatch({ type: "problemsAnswered", problems: { kind: "loaded", value } });
      } catch (error) {
        const fault = toFault(error);
        dispatch({ type: "problemsAnswered", problems: { kind: "failed", fault } });
      }
      // What is addressed has not waited for the list.
      if (state().problemId === undefined) navigating.openAddressed();
      await history.loadProgress();
    },
    chooseUser(user) {
      run.cancel();
      keep("user", user.sub);
      const problem = openProblem(state());
      const draft = problem === undefined ? NO_DRAFT : readDraft(user, problem);
      dispatch({ type: "userChosen", user, draft });
      if (problem !== undefined) warmUp(user, draft.codeLanguage);
      void history.loadHistory();
      void history.loadProgress();
    },
    async chooseLanguage(language) {
      await loadWords(language);
      keep("language", language);
      dispatch({ type: "languageChosen", language });
    },
    chooseTheme(theme) {
      keep("theme", theme);
      dispatch({ type: "themeChosen", theme });
    },
    chooseRunOn: (runOn) => changeDraft({ type: "runOnChosen", runOn }),
    chooseCodeLanguage,
    editCode: (code) => changeDraft({ type: "codeEdited", code }),
    replaceCode(code, language) {
      chooseCodeLanguage(language);
      changeDraft({ type: "codeReplaced", code });
    },
    bringCodeBack: () => changeDraft({ type: "codeBroughtBack" }),
    compareWithOtherTabs() {
      const { user, draft, codeElsewhere } = state();
      const problem = openProblem(state());
      const kept = problem && readCode(user, problem, draft.codeLanguage);
      // What was put aside there is still here.
      if (kept === undefined) return;
      const code = kept === draft.code ? undefined : kept;
      if (code !== codeElsewhere) dispatch({ type: "codeKeptElsewhere", code });
    },
    chooseTab(which) {
      const { codeElsewhere: code, user } = state();
      const problem = openProblem(state());
      if (code === undefined || problem === undefined) return;
      dispatch({ type: "codeReplaced", code });
      if (which === "this") dispatch({ type: "codeBroughtBack" });
      dispatch({ type: "codeKeptElsewhere", code: undefined });
      const isKept = keepDraft(user, problem, undefined, state().draft);
      dispatch({ type: "draftKept", isKept });
    },
    goToLine: (line) => dispatch({ type: "lineChosen", line }),
    takeOver(values) {
      const other = takenOver(values);
      if (other === undefined) return;
      const ownInputs = withInput(state().draft.ownInputs, other, values.notation);
      changeDraft({ type: "runOnChosen", runOn: "own" }, { type: "ownInputsEdited", ownInputs });
    },
    editOwnInputs: (ownInputs) => changeDraft({ type: "ownInputsEdited", ownInputs }),
  };
}
