import { Environment, type EnvironmentSettings } from "./environment.js";
import type { InvocationAnswer } from "./invocation-answer.js";
import { InvokeError } from "./invoke-error.js";

/** The environments of one function: which of them serves whom, and how many there may be. */
export class EnvironmentPool {
  // The least recently used comes first.
  readonly #environments = new Set<Environment>();
  readonly #ending = new Set<Promise<void>>();
  #isClosed = false;

  constructor(
    readonly settings: EnvironmentSettings,
    readonly maxConcurrency: number,
  ) {}

  get environments(): Environment[] {
    return [...this.#environments];
  }

  async invoke(tenantId: string | undefined, event: Buffer): Promise<InvocationAnswer> {
    const environment = this.#claim(tenantId);
    const answer = await environment.invoke(event);
    if (this.#environments.has(environment)) this.#remember(environment);
    return answer;
  }

  async warm(tenantId: string | undefined): Promise<void> {
    await this.#claim(tenantId).warm();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const environment of this.#environments) void environment.end(refuseClosed);
    await Promise.all(this.#ending);
  }

  #claim(tenantId: string | undefined): Environment {
    if (this.#isClosed) refuseClosed();
    const free = this.environments.filter((environment) => environment.isFree);
    const warm = free.findLast((environment) => environment.tenantId === tenantId);
    if (warm !== undefined) {
      warm.claim();
      return this.#remember(warm);
    }
    if (this.#environments.size >= this.maxConcurrency) {
      if (free[0] === undefined) {
        throw new InvokeError(
          "TooManyRequestsException",
          "Rate Exceeded.",
          "ConcurrentInvocationLimitExceeded",
        );
      }
      void free[0].end(refuseClosed);
    }
    return this.#remember(
      new Environment(this.settings, tenantId, (environment) => this.#forget(environment)),
    );
  }

  #remember(environment: Environment): Environment {
    this.#environments.delete(environment);
    this.#environments.add(environment);
    return environment;
  }

  #forget(environment: Environment): void {
    this.#environments.delete(environment);
    const gone = environment.gone.finally(() => this.#ending.delete(gone));
    this.#ending.add(gone);
  }
}

function refuseClosed(): never {
  throw new InvokeError("ServiceException", "The local Lambda is closed.");
}
