import { fileURLToPath } from "node:url";
import { type LocalLambda, startLocalLambda } from "./local-lambda.js";

export const EXECUTOR_FUNCTION = "code-executor";
export const EXECUTOR_TIMEOUT_MS = 30_000;

/** Our executor as a function on loopback, with one tenant an environment. */
export function startExecutorLambda(
  python: string,
  maxConcurrency: number,
  log?: (line: string) => void,
): Promise<LocalLambda> {
  return startLocalLambda({
    functionName: EXECUTOR_FUNCTION,
    python,
    taskRoot: fileURLToPath(new URL("../../executor", import.meta.url)),
    timeoutMs: EXECUTOR_TIMEOUT_MS,
    maxConcurrency,
    tenantIsolation: true,
    // JavaScript runs on the Node that runs this.
    environment: { EXECUTOR_NODE: process.execPath },
    ...(log === undefined ? {} : { log }),
  });
}

/** Only Linux lets one process put limits on another, as the executor does with Node. */
export const hasJavaScript = () => process.platform === "linux";
