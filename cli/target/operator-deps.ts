import { setTimeout as delay } from "node:timers/promises";
import { backOffRetry } from "../../api/adapters/back-off-retry.js";
import { dynamoPersonalData } from "../../api/adapters/dynamo-personal-data.js";
import { dynamoProblems } from "../../api/adapters/dynamo-problems.js";
import { dynamoVerdicts } from "../../api/adapters/dynamo-verdicts.js";
import type {
  PersonalDataStore,
  ProblemStore,
  Retry,
  SubmissionStore,
  VerdictStore,
} from "../../api/ports.js";
import type { Progress } from "../progress.js";
import type { Surroundings } from "../surroundings.js";
import type { Target } from "./open-target.js";

/** What whoever runs the service does to its tables, and the service itself does not. */
export interface OperatorDeps {
  /** As they are now: one may have been changed a moment ago. */
  readonly problems: ProblemStore;
  readonly submissions: SubmissionStore;
  readonly verdicts: VerdictStore;
  readonly personalData: PersonalDataStore;
  /** Waits are told in the progress. */
  readonly retry: Retry;
  readonly pause: (ms: number) => Promise<void>;
}

/** The same by its production adapters, with the operator's own credentials. */
export function operatorDeps(
  { outputs, clients: { documents }, deps }: Target,
  { signal }: Surroundings,
  progress: Progress,
): OperatorDeps {
  const { problemsTableName, problemsAreListed } = outputs;
  return {
    problems: dynamoProblems(documents, problemsTableName, problemsAreListed, true),
    submissions: deps.submissions,
    verdicts: dynamoVerdicts(documents, outputs.submissionsTableName),
    personalData: dynamoPersonalData(documents, outputs),
    retry: backOffRetry({ signal, onPause: (error) => progress.show(`waiting: ${error.message}`) }),
    pause: (ms) => delay(ms, undefined, { signal }),
  };
}
