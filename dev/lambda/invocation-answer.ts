import { MAX_RESPONSE_BYTES } from "./payload-limits.js";

/** What the caller of Invoke receives under HTTP 200. */
export interface InvocationAnswer {
  payload: Buffer;
  isError: boolean;
}

/** How an invocation is answered whose environment ended before it answered itself. */
export type Ending = (requestId: string) => InvocationAnswer;

export interface ExitStatus {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** Why the interpreter could not be started at all. */
  startFault?: string;
}

// Lambda prints signals in Go's words.
const SIGNAL_WORDS: Partial<Record<NodeJS.Signals, string>> = {
  SIGABRT: "aborted",
  SIGALRM: "alarm clock",
  SIGBUS: "bus error",
  SIGFPE: "floating point exception",
  SIGHUP: "hangup",
  SIGILL: "illegal instruction",
  SIGINT: "interrupt",
  SIGKILL: "killed",
  SIGPIPE: "broken pipe",
  SIGQUIT: "quit",
  SIGSEGV: "segmentation fault",
  SIGTERM: "terminated",
  SIGXCPU: "CPU time limit exceeded",
  SIGXFSZ: "file size limit exceeded",
};

export function exited(status: ExitStatus): Ending {
  if (status.startFault !== undefined) {
    return (requestId) =>
      functionError(
        "Runtime.InvalidEntrypoint",
        `RequestId: ${requestId} Error: ${status.startFault}`,
      );
  }
  return (requestId) =>
    functionError(
      "Runtime.ExitError",
      `RequestId: ${requestId} Error: Runtime exited ${reason(status)}`,
    );
}

export function timedOut(timeoutMs: number): Ending {
  const seconds = (timeoutMs / 1000).toFixed(2);
  return (requestId) =>
    functionError(
      "Sandbox.Timedout",
      `RequestId: ${requestId} Error: Task timed out after ${seconds} seconds`,
    );
}

export function responseTooLarge(): InvocationAnswer {
  return functionError(
    "Function.ResponseSizeTooLarge",
    `Response payload size exceeded maximum allowed payload size (${MAX_RESPONSE_BYTES} bytes).`,
  );
}

function reason({ code, signal }: ExitStatus): string {
  if (signal !== null) return `with error: signal: ${SIGNAL_WORDS[signal] ?? signal}`;
  return code === 0 ? "without providing a reason" : `with error: exit status ${code}`;
}

function functionError(errorType: string, errorMessage: string): InvocationAnswer {
  return { payload: Buffer.from(JSON.stringify({ errorType, errorMessage })), isError: true };
}
