import { GraderError, type SubmissionsQuery } from "../../client/create-grader-client.js";
import { toFault } from "../service/fault.js";
import { graderFor } from "../service/grader-for.js";
import { readPages } from "../service/read-pages.js";
import type { Session, User } from "../session/session.js";
import { writeAddress } from "./address.js";
import type { ReadProblem } from "./problem-cache.js";
import type { Progress, ProgressMark } from "./progress.js";
import { isClassShown, type ShownSubmission, type State } from "./state.js";
import type { Store } from "./store.js";

export interface HistoryCommands {
  /** Loads the first page of the submissions, or the next one; for staff all pages of a class from there on. */
  loadHistory(which?: "first" | "next"): Promise<void>;
  /** Reads no further; what was read stays. */
  stopHistory(): void;
  /** Shows the code of a submission, or hides it again. */
  toggleSubmission(submissionId: string): Promise<void>;
  /** Shows the code of a submission, unless it is shown already. */
  showSubmission(submissionId: string): Promise<void>;
  /** Finds out which problems the user has solved. */
  loadProgress(): Promise<void>;
}

const PAGE_SIZE = 10;

/** The most that the service gives at once. */
const CLASS_PAGE_SIZE = 100;

export function historyCommands(
  { state, dispatch }: Store,
  session: Session,
  readProblem: ReadProblem,
): HistoryCommands {
  let listing: AbortController | undefined;

  async function loadHistory(which: "first" | "next" = "first"): Promise<void> {
    // What still comes would be of what was shown before.
    listing?.abort();
    const { history, view } = state();
    const query = historyQuery(state());
    // A class is read whole, though not before somebody looks.
    if (query === undefined || (isClassShown(state()) && view !== "submissions")) return;
    listing = new AbortController();
    const { signal } = listing;
    dispatch({ type: "historyAsked" });
    await readHistory(query, which === "next" ? history.nextPage : null, signal).catch(
      (error: unknown) => {
        if (!signal.aborted) dispatch({ type: "historyFailed", fault: toFault(error) });
      },
    );
  }

  async function readHistory(
    query: SubmissionsQuery,
    from: string | null,
    signal: AbortSignal,
  ): Promise<void> {
    const grader = graderFor(session, state().user);
    const isClass = isClassShown(state());
    const pages = readPages(
      (lastEvaluatedKey) => grader.listSubmissions({ ...query, lastEvaluatedKey }, { signal }),
      from,
    );
    let isFirstPage = from === null;
    for await (const page of pages) {
      if (signal.aborted) return;
      const readsOn = isClass && page.lastEvaluatedKey !== null;
      dispatch({ type: "historyAnswered", page, isFirstPage, readsOn });
      if (!readsOn) return;
      isFirstPage = false;
    }
  }

  async function showSubmission(submissionId: string): Promise<void> {
    const { user, history } = state();
    if (history.opened.has(submissionId)) return;
    const asked = { kind: "loading" } as const;
    dispatch({ type: "submissionAnswered", submissionId, submission: asked });
    const submission = await read(user, submissionId).then(
      (value) => ({ kind: "loaded" as const, value }),
      (error: unknown) => ({ kind: "failed" as const, fault: toFault(error) }),
    );
    // Closed in the meantime, and maybe asked for anew, or another user's turn.
    if (state().history.opened.get(submissionId) !== asked) return;
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
    stopHistory() {
      listing?.abort();
      dispatch({ type: "historyStopped" });
    },
    showSubmission,
    async toggleSubmission(submissionId) {
      const { problemId, history } = state();
      const isShown = history.opened.has(submissionId);
      const address = { view: "submissions", problemId, scope: history.scope } as const;
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

/** Which submissions are shown; undefined while no problem is open. */
function historyQuery(state: State): SubmissionsQuery | undefined {
  const { problemId, user, history } = state;
  if (problemId === undefined) return undefined;
  switch (history.scope) {
    case "problem":
      return { userId: user.sub, problemId, pageSize: PAGE_SIZE };
    case "all":
      return { userId: user.sub, pageSize: PAGE_SIZE };
    case "everyone":
      return { problemId, pageSize: isClassShown(state) ? CLASS_PAGE_SIZE : PAGE_SIZE };
  }
}

async function readProgress(session: Session, user: User): Promise<Progress> {
  const grader = graderFor(session, user);
  const progress = new Map<string, ProgressMark>();
  const pages = readPages((lastEvaluatedKey) =>
    grader.listSubmissions({ userId: user.sub, pageSize: 100, lastEvaluatedKey }),
  );
  for await (const { items } of pages) {
    for (const { problemId, status } of items) {
      if (problemId === null || progress.get(problemId) === "solved") continue;
      progress.set(problemId, status === "ACCEPTED" ? "solved" : "attempted");
    }
  }
  return progress;
}
