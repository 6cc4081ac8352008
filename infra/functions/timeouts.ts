/** The settings that decide whether the longest run can be seen to its end. */
export interface Timeouts {
  readonly executorMemoryMb: number;
  readonly executorTimeoutSeconds: number;
  readonly apiTimeoutSeconds: number;
  readonly originReadTimeoutSeconds: number;
}

/** The memory that brings a whole processor with it: https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html */
const PROCESSOR_MB = 1769;

/** The longest time limit that a problem may have, of processor time. */
const LONGEST_LIMIT_SECONDS = 15;

/** Processor time for what comes before a run: scanning, parsing, importing, decoding. */
const PREPARATION_SECONDS = 2;

/** For the run's own end (1 s), what the executor keeps in reserve (0.5 s) and the answer (1 s). */
const ENDING_SECONDS = 2.5;

/** The API waits 5 s longer for an executor than that may take, and keeps 3 s to store the verdict. */
const API_SPARE_SECONDS = 10;

/**
 * How long an executor of this size may need for one case at the longest limit: a run that is not
 * ended otherwise ends after twice its limit at the function's share of a processor.
 */
export function longestRunSeconds(memoryMb: number): number {
  const share = Math.min(1, memoryMb / PROCESSOR_MB);
  return Math.ceil((2 * LONGEST_LIMIT_SECONDS + PREPARATION_SECONDS) / share + ENDING_SECONDS);
}

/**
 * Executor < API function < CloudFront's wait for its origin: whoever waits outlasts what it waits for,
 * and so can say what went wrong.
 *
 * @returns a sentence for each pair of settings that breaks this order
 */
export function timeoutFaults(settings: Timeouts): string[] {
  const { executorMemoryMb, executorTimeoutSeconds, apiTimeoutSeconds } = settings;
  const leastExecutor = longestRunSeconds(executorMemoryMb);
  const leastApi = executorTimeoutSeconds + API_SPARE_SECONDS;
  const rules: [boolean, string][] = [
    [
      executorTimeoutSeconds < leastExecutor,
      `executorTimeoutSeconds must be at least ${leastExecutor} at executorMemoryMb ${executorMemoryMb}, where a case with a limit of ${LONGEST_LIMIT_SECONDS} s may take so long; more memory, up to ${PROCESSOR_MB}, shortens it`,
    ],
    [
      apiTimeoutSeconds < leastApi,
      `apiTimeoutSeconds must be at least ${leastApi}, to outlast executorTimeoutSeconds by ${API_SPARE_SECONDS}`,
    ],
    [
      settings.originReadTimeoutSeconds <= apiTimeoutSeconds,
      `originReadTimeoutSeconds must be more than ${apiTimeoutSeconds}, to outlast apiTimeoutSeconds`,
    ],
  ];
  return rules.filter(([isBroken]) => isBroken).map(([, fault]) => fault);
}
