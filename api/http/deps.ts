import type { FanOutLimits } from "../domain/fan-out.js";
import type { Language } from "../domain/language.js";
import type { Caller } from "../domain/submission.js";
import type { SubmissionAudience } from "../domain/submission-audience.js";
import type {
  CallerSlots,
  Clock,
  Executor,
  IdentityProvider,
  Ids,
  Log,
  ProblemStore,
  SubmissionStore,
} from "../ports.js";

/** Everything the app works with; made once, by a composition root. */
export interface AppDeps {
  readonly problems: ProblemStore;
  readonly submissions: SubmissionStore;
  readonly executor: Executor;
  readonly identity: IdentityProvider;
  readonly callerSlots: CallerSlots;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** Those that the executor has a runner for. */
  readonly languages: readonly Language[];
  readonly batchLimits: FanOutLimits;
  readonly submissionsVisibleTo: SubmissionAudience;
  readonly allowedOrigins: readonly string[];
  readonly originProtection: OriginProtection;
  /** How long a request may take where no Lambda runtime says how long it still has. */
  readonly requestTimeoutMs: number;
}

/** What keeps out requests that did not come through CloudFront. */
export type OriginProtection =
  /** CloudFront adds one of these as `X-Origin-Verify`; several while a secret is being rotated. */
  | { readonly kind: "secret-header"; readonly secrets: readonly string[] }
  /** CloudFront signs for the function URL, which refuses everybody else before the app runs. */
  | { readonly kind: "oac" }
  /** Nothing stands in front: on a developer's machine. */
  | { readonly kind: "none" };

/** What the Lambda runtime passes to a handler, as far as the app reads it. */
interface LambdaContext {
  readonly awsRequestId: string;
  getRemainingTimeInMillis(): number;
}

/** What an answer amounts to, for the log. */
export interface Outcome {
  readonly status: number;
  readonly code?: string | undefined;
  readonly error?: Error | undefined;
}

/** Hono's view of a request: what the runtime binds and what middleware found out. */
export interface AppEnv {
  Bindings: {
    lambdaContext?: LambdaContext;
    /** Takes what goes on after the answer has begun, and whether or not anybody reads it. */
    waitUntil?: (work: Promise<unknown>) => void;
  };
  Variables: {
    requestId: string;
    caller: Caller;
    /** Of an answer that is told as it happens: its end. */
    ended?: Promise<Outcome>;
  };
}
