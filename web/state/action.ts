import type { SubmissionPage } from "../../client/create-grader-client.js";
import type { Outcome } from "../results/outcome.js";
import type { ShownCase } from "../results/shown-case.js";
import type { CodeFault } from "../service/code-fault.js";
import type { Fault } from "../service/fault.js";
import type { ListedProblem, PageProblem } from "../service/page-problem.js";
import type { UnusableInputs } from "../service/read-own-inputs.js";
import type { User } from "../session/session.js";
import type { Language } from "../words/speech.js";
import type { Progress } from "./progress.js";
import type {
  Draft,
  HistoryScope,
  Loaded,
  RunEnd,
  RunKind,
  RunOn,
  ShownSubmission,
  Theme,
  View,
} from "./state.js";

/** What can happen to the page. */
export type Action =
  | { readonly type: "languageChosen"; readonly language: Language }
  | { readonly type: "themeChosen"; readonly theme: Theme | undefined }
  | { readonly type: "userChosen"; readonly user: User; readonly draft: Draft }
  | { readonly type: "viewChosen"; readonly view: View }
  | { readonly type: "problemsAnswered"; readonly problems: Loaded<readonly ListedProblem[]> }
  | { readonly type: "problemOpened"; readonly problemId: string }
  | {
      readonly type: "problemAnswered";
      readonly opened: Loaded<PageProblem>;
      readonly draft?: Draft;
    }
  | { readonly type: "codeLanguageChosen"; readonly draft: Draft }
  | { readonly type: "codeEdited"; readonly code: string }
  | { readonly type: "codeKeptElsewhere"; readonly code: string | undefined }
  | { readonly type: "codeReplaced"; readonly code: string }
  | { readonly type: "codeBroughtBack" }
  | { readonly type: "draftKept"; readonly isKept: boolean }
  | { readonly type: "codeSubmitted" }
  | { readonly type: "runOnChosen"; readonly runOn: RunOn }
  | { readonly type: "ownInputsEdited"; readonly ownInputs: string }
  | { readonly type: "ownInputsRefused"; readonly refused: UnusableInputs }
  | { readonly type: "codeRefused"; readonly what: RunKind; readonly why: CodeFault }
  | {
      readonly type: "runStarted";
      readonly what: RunKind;
      readonly of: Outcome["of"];
      readonly id: number;
    }
  | { readonly type: "runBegan"; readonly id: number; readonly total: number }
  | { readonly type: "casesEnded"; readonly id: number; readonly cases: readonly ShownCase[] }
  | { readonly type: "connectionLost"; readonly id: number }
  | { readonly type: "runEnded"; readonly id: number; readonly end: RunEnd }
  | { readonly type: "lineChosen"; readonly line: number }
  | { readonly type: "historyScopeChosen"; readonly scope: HistoryScope }
  | { readonly type: "historyAsked" }
  | {
      readonly type: "historyAnswered";
      readonly page: SubmissionPage;
      readonly isFirstPage: boolean;
      /** Whether the next page is asked for already. */
      readonly readsOn: boolean;
    }
  | { readonly type: "historyStopped" }
  | { readonly type: "historyFailed"; readonly fault: Fault }
  | { readonly type: "submissionClosed"; readonly submissionId: string }
  | {
      readonly type: "submissionAnswered";
      readonly submissionId: string;
      readonly submission: Loaded<ShownSubmission>;
    }
  | { readonly type: "progressAnswered"; readonly progress: Progress };
