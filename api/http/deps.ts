import type { Caller } from "../domain/submission.js";
import type {
  Clock,
  Executor,
  IdentityProvider,
  Ids,
  Log,
  ProblemStore,
  SubmissionStore,
} from "../ports.js";
import type { BatchLimits } from "../usecases/run-cases.js";
import type { OriginProtection } from "./middleware/origin.js";

/** Everything the app works with; made once, by a composition root. */
export interface AppDeps {
  readonly problems: ProblemStore;
  readonly submissions: SubmissionStore;
  readonly executor: Executor;
  readonly identity: IdentityProvider;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly batchLimits: BatchLimits;
  readonly allowedOrigins: readonly string[];
  readonly originProtection: OriginProtection;
  /** How long a request may take where no Lambda runtime says how long it still has. */
  readonly requestTimeoutMs: number;
}

/** What the Lambda runtime passes to a handler, as far as the app reads it. */
interface LambdaContext {
  readonly awsRequestId: string;
  getRemainingTimeInMillis(): number;
}

/** Hono's view of a request: what the runtime binds and what middleware found out. */
export interface AppEnv {
  Bindings: { lambdaContext?: LambdaContext };
  Variables: { requestId: string; caller: Caller };
}
