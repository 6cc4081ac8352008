import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { AppServerMessage, AppServerOptions } from "./app-server.js";
import { ECHO_BODY } from "./echo-problem.js";
import type { PhaseTimes } from "./phases.js";

const SERVER = fileURLToPath(new URL("app-server.ts", import.meta.url));

export interface GradedRequest {
  readonly latencyMs: number;
  /** What it was answered, unless it was accepted. */
  readonly fault: string | undefined;
}

/** The app in a process of its own. */
export interface AppProcess {
  readonly pid: number | undefined;
  grade(): Promise<GradedRequest>;
  /** Ends it; what it timed. */
  end(): Promise<readonly PhaseTimes[]>;
}

export async function startAppProcess(options: AppServerOptions): Promise<AppProcess> {
  const child = fork(SERVER, [JSON.stringify(options)], { execArgv: ["--import", "tsx"] });
  const exited = once(child, "exit");
  const next = async () => {
    const ended = exited.then(([code]) => {
      throw new Error(`The app's process ended with ${code}.`);
    });
    const [message] = await Promise.race([once(child, "message"), ended]);
    return message as AppServerMessage;
  };
  const started = await next();
  if (!("url" in started)) throw new Error("The app's process did not start.");
  const { url, idToken } = started;
  return {
    pid: child.pid,
    async grade() {
      const startedAt = performance.now();
      const response = await fetch(`${url}/grade`, {
        method: "POST",
        headers: { Authorization: `Bearer ${idToken}`, "Content-Type": "application/json" },
        body: ECHO_BODY,
      });
      const { status, code } = (await response.json()) as { status?: string; code?: string };
      const fault = status === "ACCEPTED" ? undefined : `${response.status} ${status ?? code}`;
      return { latencyMs: performance.now() - startedAt, fault };
    },
    async end() {
      const answered = next();
      child.send("end");
      const message = await answered;
      await exited;
      return "requests" in message ? message.requests : [];
    },
  };
}
