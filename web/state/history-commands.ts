import { GraderError, type WholeSubmission } from "../../client/create-grader-client.js";
import { toFault } from "../service/fault.js";
import { graderFor } from "../service/grader-for.js";
import type { Session, User } from "../session/session.js";
import type { Progress, ProgressMark } from "./progress.js";
import type { HistoryScope } from "./state.js";
import type { Store } from "./store.js";

export interface HistoryCommands {
  /** Loads the first page of one's submissions, or the next one. */
  loadHistory(which?: "first" | "next"): Promise<void>;
  chooseHistoryScope(scope: HistoryScope): void;
  /** Shows the code of a submission, or hides it again. */
  toggleSubmission(submissionId: string): Promise<void>;
  /** Finds out which problems the user has solved. */
  loadProgress(): Promise<void>;
}

const PAGE_SIZE = 10;

export function historyCommands({ state, dispatch }: Store, session: Session): HistoryCommands {
  let listing: AbortController | undefined;

  async function loadHistory(which: "first" | "next" = "first"): Promise<void> {
    const { user, problemId, history } = state();
    if (problemId === undefined) return;
    listing?.abort();
    listing = new AbortController();
    const { signal } = listing;
    dispatch({ type: "historyAsked" });
    const query = {
      userId: user.sub,
      pageSize: PAGE_SIZE,
      ...(history.scope === "problem" ? { problemId } : {}),
      ...(which === "next" && history.nextPage !== null
        ? { lastEvaluatedKey: history.nextPage }
        : {}),
    };
    try {
      const page = await graderFor(session, user).listSubmissions(query, { signal });
      dispatch({ type: "historyAnswered", page, isFirstPage: which === "first" });
    } catch (error) {
      if (!signal.aborted) dispatch({ type: "historyFailed", fault: toFault(error) });
    }
  }

  return {
    loadHistory,
    chooseHistoryScope(scope) {
      dispatch({ type: "historyScopeChosen", scope });
      void loadHistory();
    },
    async toggleSubmission(submissionId) {
      const { user, history } = state();
      if (history.opened.has(submissionId)) {
        return dispatch({ type: "submissionClosed", submissionId });
      }
      dispatch({ type: "submissionAnswered", submissionId, submission: { kind: "loading" } });
      const submission = await graderFor(session, user)
        .getSubmission(submissionId)
        .then(
          // Its owner, who alone is asked for, gets all of it.
          (value) => ({ kind: "loaded" as const, value: value as WholeSubmission }),
          (error: unknown) => ({ kind: "failed" as const, fault: toFault(error) }),
        );
      // Closed in the meantime, or another user's turn.
      if (!state().history.opened.has(submissionId)) return;
      dispatch({ type: "submissionAnswered", submissionId, submission });
    },
    async loadProgress() {
      const { user } = state();
      const progress: Progress = await readProgress(session, user).catch((error: unknown) => {
        // The marks are an extra; whoever looks at the submissions is told.
        if (error instanceof GraderError) return new Map();
        throw error;
      });
      if (state().user === user) dispatch({ type: "progressAnswered", progress });
    },
  };
}

async function readProgress(session: Session, user: User): Promise<Progress> {
  const grader = graderFor(session, user);
  const progress = new Map<string, ProgressMark>();
  let nextPage: string | null | undefined;
  while (nextPage !== null) {
    const query = { userId: user.sub, pageSize: 100 };
    const page = await grader.listSubmissions(
      nextPage === undefined ? query : { ...query, lastEvaluatedKey: nextPage },
    );
    for (const { problemId, status } of page.items) {
      if (problemId === null || progress.get(problemId) === "solved") continue;
      progress.set(problemId, status === "ACCEPTED" ? "solved" : "attempted");
    }
    nextPage = page.lastEvaluatedKey;
  }
  return progress;
}
