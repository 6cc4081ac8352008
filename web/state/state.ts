import type { SubmissionSummary, WholeSubmission } from "../../client/create-grader-client.js";
import type { Outcome } from "../results/outcome.js";
import type { ShownCase } from "../results/shown-case.js";
import type { CodeFault } from "../service/code-fault.js";
import type { CodeLanguage } from "../service/code-language.js";
import type { Fault } from "../service/fault.js";
import type { ListedProblem, PageProblem } from "../service/page-problem.js";
import type { UnusableInputs } from "../service/read-own-inputs.js";
import type { User } from "../session/session.js";
import type { Language } from "../words/speech.js";
import type { Progress } from "./progress.js";

export const VIEWS = ["problems", "statement", "code", "submissions"] as const;

export type View = (typeof VIEWS)[number];

export type Theme = "light" | "dark";

/** Everything that the page shows follows from this. */
export interface State {
  readonly language: Language;
  /** Undefined: the one that the browser prefers. */
  readonly theme: Theme | undefined;
  readonly user: User;
  readonly problems: Loaded<readonly ListedProblem[]>;
  /** Of the open problem; undefined until one is. */
  readonly problemId: string | undefined;
  /** The open problem itself. */
  readonly opened: Loaded<PageProblem>;
  readonly view: View;
  readonly draft: Draft;
  /** The code of this draft as another tab has kept it since, until one of the two is chosen. */
  readonly codeElsewhere: string | undefined;
  /** Whether it would be there after a reload. */
  readonly isDraftKept: boolean;
  /** Why there was no run on one's own inputs, until they are changed. */
  readonly refused: UnusableInputs | undefined;
  readonly run: Run;
  /** A line of the code that somebody asked to see. */
  readonly lookedAt: { readonly line: number } | undefined;
  readonly history: History;
  /** Staff see everybody's in any case. */
  readonly submissionsVisibleTo: "everyone" | "owner";
  /** Of this user. */
  readonly progress: Progress;
}

export type Loaded<Value> =
  | { readonly kind: "loading" }
  | { readonly kind: "loaded"; readonly value: Value }
  | { readonly kind: "failed"; readonly fault: Fault };

/** What a user has written for a problem, and what it is run on; kept by the browser. */
export interface Draft {
  readonly codeLanguage: CodeLanguage;
  readonly code: string;
  readonly ownInputs: string;
  readonly runOn: RunOn;
  /** The code that was there before another was put in its place, until the next submission. */
  readonly replaced: string | undefined;
}

export type RunOn = "examples" | "own";

export type RunKind = "run" | "submit";

export type Run =
  | { readonly kind: "none" }
  | { readonly kind: "refused"; readonly what: RunKind; readonly why: CodeFault }
  | {
      readonly kind: "running";
      readonly what: RunKind;
      readonly of: Outcome["of"];
      readonly id: number;
      readonly progress: RunProgress;
    }
  | RunEnd;

/** How far a run has come. */
export interface RunProgress {
  /** Undefined until it has begun. */
  readonly total: number | undefined;
  /** Those that have ended, by their numbers. */
  readonly cases: ReadonlyMap<number, ShownCase>;
  /** Whether its connection was lost, so that its result is looked for where it is stored. */
  readonly isLost: boolean;
}

export const NO_PROGRESS: RunProgress = { total: undefined, cases: new Map(), isLost: false };

export type RunEnd =
  | {
      readonly kind: "ended";
      readonly outcome: Outcome;
      /** What was run, which may have been edited since. */
      readonly code: string;
      readonly codeLanguage: CodeLanguage;
      readonly fault?: Fault;
    }
  | { readonly kind: "cancelled"; readonly what: RunKind }
  | { readonly kind: "failed"; readonly what: RunKind; readonly fault: Fault };

/** One's own submissions of the open problem or of all, or everybody's of the open one. */
export const HISTORY_SCOPES = ["problem", "all", "everyone"] as const;

export type HistoryScope = (typeof HISTORY_SCOPES)[number];

/** A submission, with its problem as that is now; undefined when it is no longer there. */
export interface ShownSubmission {
  readonly submission: WholeSubmission;
  readonly problem: PageProblem | undefined;
}

/** Submissions, the newest first, as far as they were asked for. */
export interface History {
  readonly scope: HistoryScope;
  readonly entries: readonly SubmissionSummary[];
  readonly nextPage: string | null;
  readonly loading: boolean;
  readonly fault: Fault | undefined;
  /** The submissions whose code is shown, by their ids. */
  readonly opened: ReadonlyMap<string, Loaded<ShownSubmission>>;
}

export const NO_HISTORY: Omit<History, "scope"> = {
  entries: [],
  nextPage: null,
  loading: true,
  fault: undefined,
  opened: new Map(),
};

export const NO_DRAFT: Draft = {
  codeLanguage: "python3.12",
  code: "",
  ownInputs: "",
  runOn: "examples",
  replaced: undefined,
};

/** The scopes in which the service shows this user anything. */
export function scopesOf({ user, submissionsVisibleTo }: State): readonly HistoryScope[] {
  const isEveryone = submissionsVisibleTo === "everyone" || user.isStaff === true;
  return HISTORY_SCOPES.filter((scope) => scope !== "everyone" || isEveryone);
}

/** Whether everybody's submissions are shown to somebody who may look into them. */
export function isClassShown({ user, history }: State): boolean {
  return user.isStaff === true && history.scope === "everyone";
}

/** The problem that is open, once it is there. */
export function openProblem({ opened }: State): PageProblem | undefined {
  return opened.kind === "loaded" ? opened.value : undefined;
}

/** Whether a run was of the very code that is in the editor now. */
export function isOfDraft({ draft }: State, run: Extract<RunEnd, { kind: "ended" }>): boolean {
  return run.code === draft.code && run.codeLanguage === draft.codeLanguage;
}
