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
      const entries = action.isFirstPage ? items : [...history.entries, ...items];
      return { ...history, entries, nextPage: lastEvaluatedKey, loading: false };
    }
    case "historyFailed":
      return { ...history, loading: false, fault: action.fault };
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
