import { GraderError } from "../../client/create-grader-client.js";
import { toFault } from "../service/fault.js";
import { graderFor } from "../service/grader-for.js";
import type { Session, User } from "../session/session.js";
import { writeAddress } from "./address.js";
import type { ReadProblem } from "./problem-cache.js";
import type { Progress, ProgressMark } from "./progress.js";
import type { HistoryScope, ShownSubmission } from "./state.js";
import type { Store } from "./store.js";

export interface HistoryCommands {
  /** Loads the first page of one's submissions, or the next one. */
  loadHistory(which?: "first" | "next"): Promise<void>;
  chooseHistoryScope(scope: HistoryScope): void;
  /** Shows the code of a submission, or hides it again. */
  toggleSubmission(submissionId: string): Promise<void>;
  /** Shows the code of a submission, unless it is shown already. */
  showSubmission(submissionId: string): Promise<void>;
  /** Finds out which problems the user has solved. */
  loadProgress(): Promise<void>;
}

const PAGE_SIZE = 10;

export function historyCommands(
  { state, dispatch }: Store,
  session: Session,
  readProblem: ReadProblem,
): HistoryCommands {
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

  async function showSubmission(submissionId: string): Promise<void> {
    const { user, history } = state();
    if (history.opened.has(submissionId)) return;
    dispatch({ type: "submissionAnswered", submissionId, submission: { kind: "loading" } });
    const submission = await read(user, submissionId).then(
      (value) => ({ kind: "loaded" as const, value }),
      (error: unknown) => ({ kind: "failed" as const, fault: toFault(error) }),
    );
    // Closed in the meantime, or another user's turn.
    if (!state().history.opened.has(submissionId)) return;
    dispatch({ type: "submissionAnswered", submissionId, submission });
  }

  async function read(user: User, submissionId: string): Promise<ShownSubmission> {
    const submission = await graderFor(session, user).getSubmission(submissionId);
    // Of somebody else's there is no code to be seen.
    if (submission.userCode === undefined) {
      const sentence = "This submission is somebody else's.";
      throw new GraderError(sentence, { code: "SubmissionNotFound", status: 404 });
    }
    const { problemId } = submission;
    const problem =
      problemId === null ? undefined : await readProblem(user, problemId).catch(() => undefined);
    return { submission, problem };
  }

  return {
    loadHistory,
    chooseHistoryScope(scope) {
      dispatch({ type: "historyScopeChosen", scope });
      void loadHistory();
    },
    showSubmission,
    async toggleSubmission(submissionId) {
      const { problemId, history } = state();
      const isShown = history.opened.has(submissionId);
      const address = { view: "submissions", problemId } as const;
      // So that it is there again after a reload, and for whoever is given the address.
      window.history.replaceState(
        null,
        "",
        writeAddress(isShown ? address : { ...address, submissionId }),
      );
      if (isShown) dispatch({ type: "submissionClosed", submissionId });
      else await showSubmission(submissionId);
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
