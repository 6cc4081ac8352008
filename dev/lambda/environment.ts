import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { environmentVariables, type FunctionIdentity, functionArn } from "./function-identity.js";
import { type Ending, exited, type InvocationAnswer, timedOut } from "./invocation-answer.js";
import { RuntimeApi } from "./runtime-api.js";
import { type RuntimeProcess, startRuntimeProcess } from "./runtime-process.js";

// A real caller is a network away, and by the time that it asks again its environment has asked for
// work or is seen to exit. Without this wait the next call would find neither.
const SETTLE_MS = 500;

export interface EnvironmentSettings extends FunctionIdentity {
  python: string;
  timeoutMs: number;
  initTimeoutMs: number;
  user: { uid: number; gid: number } | undefined;
  log: ((line: string) => void) | undefined;
}

/** One warm process with its Runtime API. Whoever starts it has claimed it. */
export class Environment {
  readonly id = randomUUID();
  readonly #api: RuntimeApi;
  /** Resolves when its process has exited, whichever way. */
  readonly gone: Promise<void>;
  #process: RuntimeProcess | undefined;
  #ending: Ending | undefined;
  // Of one invocation each, so that nothing of it outlives it. Both are resolved by the end as well.
  #answer = Promise.withResolvers<InvocationAnswer | Ending>();
  #idle = Promise.withResolvers<void>();
  #timer: NodeJS.Timeout | undefined;
  #isClaimed = true;
  invocations = 0;

  constructor(
    readonly settings: EnvironmentSettings,
    readonly tenantId: string | undefined,
    readonly onEnding: (environment: Environment) => void,
  ) {
    this.#api = new RuntimeApi({
      onIdle: () => this.#onIdle(),
      onAnswer: (answer) => this.#answer.resolve(answer),
      onInitError: (answer) => this.end(() => answer),
      onHangUp: () => this.end(exited({ code: null, signal: "SIGKILL" })),
    });
    this.#limit(settings.initTimeoutMs);
    this.gone = this.#run();
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  get isFree(): boolean {
    return this.#ending === undefined && !this.#isClaimed && this.#api.isWaitedAt;
  }

  claim(): void {
    this.#isClaimed = true;
  }

  /** Resolves when the environment is free, throws what the caller of an invocation would read. */
  async warm(): Promise<void> {
    await this.#idle.promise;
    if (this.#ending !== undefined) throw new Error(this.#ending("init").payload.toString());
    this.#isClaimed = false;
  }

  async invoke(event: Buffer): Promise<InvocationAnswer> {
    const requestId = randomUUID();
    this.invocations += 1;
    await this.#idle.promise;
    if (this.#ending !== undefined) return this.#ending(requestId);

    this.#answer = Promise.withResolvers();
    this.#idle = Promise.withResolvers();
    const deadlineMs = this.#limit(this.settings.timeoutMs);
    this.#api.hand({ requestId, headers: this.#headers(requestId, deadlineMs), event });
    const answer = await this.#answer.promise;
    await this.#settle();
    return typeof answer === "function" ? answer(requestId) : answer;
  }

  /** Kills what runs; an invocation under way is answered by `ending`. Resolves when all has exited. */
  end(ending: Ending): Promise<void> {
    if (this.#ending === undefined) {
      this.#ending = ending;
      clearTimeout(this.#timer);
      this.#answer.resolve(ending);
      this.#idle.resolve();
      this.onEnding(this);
      this.#process?.kill();
    }
    return this.gone;
  }

  async #run(): Promise<void> {
    const { python, taskRoot, user, log } = this.settings;
    try {
      const variables = environmentVariables(this.settings, this.id, await this.#api.listen());
      if (this.#ending !== undefined) return;
      const print = log && ((line: string) => log(`[${this.id.slice(0, 8)}] ${line}`));
      this.#process = startRuntimeProcess({ python, cwd: taskRoot, variables, user, log: print });
      void this.end(exited(await this.#process.exit));
    } catch (error) {
      void this.end(exited({ code: null, signal: null, startFault: String(error) }));
    } finally {
      this.#api.close();
    }
  }

  #onIdle(): void {
    clearTimeout(this.#timer);
    this.#idle.resolve();
  }

  /** Free again once the runtime has asked for work, which a handler may delay up to its time-out. */
  async #settle(): Promise<void> {
    const idle = this.#idle.promise.then(() => {
      this.#isClaimed = false;
    });
    const patience = new AbortController();
    const late = delay(SETTLE_MS, undefined, { signal: patience.signal }).catch(() => {});
    await Promise.race([idle, late]);
    patience.abort();
  }

  #limit(timeoutMs: number): number {
    this.#timer = setTimeout(() => void this.end(timedOut(timeoutMs)), timeoutMs);
    return Date.now() + timeoutMs;
  }

  #headers(requestId: string, deadlineMs: number): Record<string, string> {
    const root = `1-${Math.floor(Date.now() / 1000).toString(16)}-${randomBytes(12).toString("hex")}`;
    return {
      "Lambda-Runtime-Aws-Request-Id": requestId,
      "Lambda-Runtime-Deadline-Ms": String(deadlineMs),
      "Lambda-Runtime-Invoked-Function-Arn": functionArn(this.settings.functionName),
      "Lambda-Runtime-Trace-Id": `Root=${root};Parent=${randomBytes(8).toString("hex")};Sampled=0`,
      ...(this.tenantId !== undefined && { "Lambda-Runtime-Aws-Tenant-Id": this.tenantId }),
    };
  }
}
