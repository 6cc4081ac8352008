import type { Action } from "./action.js";
import { type History, NO_HISTORY } from "./state.js";

type HistoryAction = Extract<Action, { readonly type: `history${string}` | `submission${string}` }>;

export function reduceHistory(history: History, action: HistoryAction): History {
  switch (action.type) {
    case "historyScopeChosen":
      return { ...NO_HISTORY, scope: action.scope };
    case "historyAsked":
      return { ...history, loading: true, fault: undefined };
    case "historyAnswered": {
      const { items, lastEvaluatedKey } = action.page;
      const before = action.isFirstPage ? [] : history.entries;
      return {
        ...history,
        entries: [...before, ...newAmong(items, before)],
        nextPage: lastEvaluatedKey,
        loading: action.readsOn,
      };
    }
    case "historyFailed":
      return { ...history, loading: false, fault: action.fault };
    case "historyStopped":
      return { ...history, loading: false };
    case "submissionClosed":
      return {
        ...history,
        opened: new Map([...history.opened].filter(([id]) => id !== action.submissionId)),
      };
    case "submissionAnswered":
      return {
        ...history,
        opened: new Map(history.opened).set(action.submissionId, action.submission),
      };
  }
}

/** One that was graded anew while the list was read has moved in it. */
function newAmong(items: History["entries"], before: History["entries"]): History["entries"] {
  const ids = new Set(before.map(({ submissionId }) => submissionId));
  return items.filter(({ submissionId }) => !ids.has(submissionId));
}
