import type { AppDeps } from "../../api/http/deps.js";

export const PHASES = [
  ["route", "until the token is looked at: routing, log, CORS, origin"],
  ["verify", "the token"],
  ["parse", "the body: reading, JSON, fields"],
  ["read", "the problem, from its table"],
  ["decode", "its test cases, and spreading them over invocations"],
  ["execute", "until the last invocation has answered"],
  ["compare", "judging every case, summing up"],
  ["write", "the submission, to its table"],
  ["answer", "its JSON, the log"],
] as const;

/** Milliseconds of each phase of one request, in the order of `PHASES`. */
export type PhaseTimes = readonly number[];

/** Takes the time at the ports while requests come one at a time. */
export class PhaseClock {
  readonly requests: PhaseTimes[] = [];
  #marks: number[] = [];

  /** The same deps; what they begin and end is marked. */
  watch(deps: AppDeps): AppDeps {
    const { identity, problems, executor, submissions } = deps;
    return {
      ...deps,
      identity: { identify: (token) => this.#span(1, () => identity.identify(token)) },
      problems: { ...problems, get: (id) => this.#span(3, () => problems.get(id)) },
      executor: {
        ...executor,
        run: (job, signal) => this.#span(5, () => executor.run(job, signal)),
      },
      submissions: { ...submissions, put: (one) => this.#span(7, () => submissions.put(one)) },
    };
  }

  /** Answers a request and keeps what each phase of it took. */
  async time(answer: () => Response | Promise<Response>): Promise<Response> {
    this.#marks = [performance.now()];
    const response = await answer();
    this.#marks[PHASES.length] = performance.now();
    const marks = this.#marks;
    const times = PHASES.map((_, phase) => (marks[phase + 1] ?? 0) - (marks[phase] ?? 0));
    // Other requests than a grading pass fewer ports.
    if (!times.some((time) => time < 0)) this.requests.push(times);
    return response;
  }

  /** Marks the begin of a phase at its first call and the end at its last. */
  async #span<Result>(phase: number, call: () => Promise<Result>): Promise<Result> {
    this.#marks[phase] ??= performance.now();
    try {
      return await call();
    } finally {
      this.#marks[phase + 1] = performance.now();
    }
  }
}
