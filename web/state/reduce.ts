import type { Action } from "./action.js";
import { mergedProgress } from "./progress.js";
import { reduceHistory } from "./reduce-history.js";
import { reduceRun } from "./reduce-run.js";
import { NO_DRAFT, NO_HISTORY, NO_PROGRESS, openProblem, type State, scopesOf } from "./state.js";

/** The state after something happened. */
export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case "languageChosen":
      return { ...state, language: action.language };
    case "themeChosen":
      return { ...state, theme: action.theme };
    case "userChosen":
      return withSeenScope({
        ...onOtherWork(state),
        user: action.user,
        draft: action.draft,
        progress: new Map(),
      });
    case "viewChosen":
      return { ...state, view: action.view };
    case "problemsAnswered":
      return { ...state, problems: action.problems };
    case "problemOpened":
      return {
        ...onOtherWork(state),
        problemId: action.problemId,
        opened: { kind: "loading" },
        draft: NO_DRAFT,
      };
    case "problemAnswered":
      return { ...state, opened: action.opened, draft: action.draft ?? NO_DRAFT };
    case "codeLanguageChosen":
      return { ...state, draft: action.draft, codeElsewhere: undefined, lookedAt: undefined };
    case "codeEdited":
      return { ...state, draft: { ...state.draft, code: action.code, replaced: rescued(state) } };
    case "codeKeptElsewhere":
      return { ...state, codeElsewhere: action.code };
    case "codeReplaced":
      return {
        ...state,
        draft: {
          ...state.draft,
          code: action.code,
          replaced: isWritten(state) ? state.draft.code : rescued(state),
        },
      };
    case "codeBroughtBack":
      return {
        ...state,
        draft: {
          ...state.draft,
          code: state.draft.replaced ?? "",
          replaced: isWritten(state) ? state.draft.code : undefined,
        },
      };
    case "draftKept":
      return { ...state, isDraftKept: action.isKept };
    case "codeSubmitted":
      return { ...state, draft: { ...state.draft, replaced: state.codeElsewhere } };
    case "runOnChosen":
      return {
        ...state,
        draft: { ...state.draft, runOn: action.runOn },
        refused: undefined,
      };
    case "ownInputsEdited":
      return {
        ...state,
        draft: { ...state.draft, ownInputs: action.ownInputs },
        refused: undefined,
      };
    case "ownInputsRefused":
      // As with code that is refused, what came of an earlier run no longer stands.
      return { ...state, refused: action.refused, run: { kind: "none" } };
    case "codeRefused":
      return { ...state, run: { kind: "refused", what: action.what, why: action.why } };
    case "runStarted":
      return {
        ...state,
        run: {
          kind: "running",
          what: action.what,
          of: action.of,
          id: action.id,
          progress: NO_PROGRESS,
        },
        refused: undefined,
      };
    case "runBegan":
    case "casesEnded":
    case "connectionLost":
    case "runEnded":
      // Of a run that another problem or user has since put aside.
      if (state.run.kind !== "running" || state.run.id !== action.id) return state;
      return { ...state, run: reduceRun(state.run, action) };
    case "lineChosen":
      return { ...state, lookedAt: { line: action.line } };
    case "progressAnswered":
      return { ...state, progress: mergedProgress(state.progress, action.progress) };
    case "historyScopeChosen":
    case "historyAsked":
    case "historyAnswered":
    case "historyFailed":
    case "historyStopped":
    case "submissionClosed":
    case "submissionAnswered":
      return { ...state, history: reduceHistory(state.history, action) };
  }
}

/** What can be brought back, be it what another tab has kept: that is about to be written over. */
function rescued(state: State): string | undefined {
  const { codeElsewhere, draft } = state;
  return codeElsewhere !== undefined && isWritten(state, codeElsewhere)
    ? codeElsewhere
    : draft.replaced;
}

/** Whether the code is more than what everybody begins with. */
function isWritten(state: State, code = state.draft.code): boolean {
  const { codeLanguage } = state.draft;
  return code.trim() !== "" && code !== openProblem(state)?.startCodes[codeLanguage];
}

/** What was shown of one problem or user is nothing to the next. */
function onOtherWork(state: State): State {
  return {
    ...state,
    run: { kind: "none" },
    codeElsewhere: undefined,
    lookedAt: undefined,
    refused: undefined,
    history: { ...NO_HISTORY, scope: state.history.scope },
  };
}

/** What one may look into, another may not. */
function withSeenScope(state: State): State {
  const isSeen = scopesOf(state).includes(state.history.scope);
  return isSeen ? state : { ...state, history: { ...state.history, scope: "problem" } };
}
