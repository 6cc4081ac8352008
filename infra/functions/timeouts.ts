/**
 * Executor (`executorTimeoutSeconds`, at most 60) < API function < CloudFront's wait for its origin
 * (at most 120): whoever waits outlasts what it waits for, and so can say what went wrong.
 */
export const API_TIMEOUT_SECONDS = 100;

export const ORIGIN_READ_TIMEOUT_SECONDS = 110;
