import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const SERVER = fileURLToPath(new URL("../../dev/server.ts", import.meta.url));
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 20_000;
const COLLECTS_ON_SIGNAL = [
  "--expose-gc",
  "--import",
  `data:text/javascript,${encodeURIComponent('process.on("SIGUSR2", () => gc())')}`,
];

/** The development server in a process of its own, as `npm run dev` starts it. */
export interface DevServer {
  readonly url: string;
  readonly pid: number;
  /** How often it logged what, beside the requests. */
  readonly logged: ReadonlyMap<string, number>;
  /** Has it give back what it needs no more, which it would else do in its own time. */
  collectGarbage(): void;
  /** Ends it, and says how it ended: "exit 0" when all was well. */
  stop(): Promise<string>;
}

export async function startDevServer(
  env: NodeJS.ProcessEnv,
  ...args: string[]
): Promise<DevServer> {
  const node = [...COLLECTS_ON_SIGNAL, "--import", "tsx"];
  const child = spawn(process.execPath, [...node, SERVER, "--port", "0", ...args], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const logged = new Map<string, number>();
  const log = (event: string) => logged.set(event, (logged.get(event) ?? 0) + 1);
  const exited = once(child, "exit").then(([code, signal]) => `exit ${signal ?? code}`);
  const listening = Promise.withResolvers<string>();
  createInterface({ input: child.stdout }).on("line", (line) => {
    const url = /^Ready\. [^:]*: (http:\S+)\/ /.exec(line)?.[1];
    if (url !== undefined) listening.resolve(url);
    const event = /^\{"event":"([^"]+)"/.exec(line)?.[1];
    const fault = /"(?:errorMessage|message)":"([^"]+)"/.exec(line)?.[1];
    if (event !== undefined && event !== "request") log(fault ? `${event}: ${fault}` : event);
    else if (/^\[\w{8}\] /.test(line)) log(`executor: ${line.slice(11)}`);
  });
  createInterface({ input: child.stderr }).on("line", (line) => log(`stderr: ${line}`));
  void exited.then((how) => listening.reject(new Error(`The server ended early: ${how}`)));
  const late = setTimeout(
    () => listening.reject(new Error("The server does not start.")),
    START_LIMIT_MS,
  );
  try {
    const url = await listening.promise;
    return { url, pid: child.pid ?? 0, logged, collectGarbage, stop };
  } catch (error) {
    child.kill("SIGKILL");
    throw new Error(`${String(error)} ${[...logged.keys()].join("\n")}`);
  } finally {
    clearTimeout(late);
  }

  function collectGarbage(): void {
    child.kill("SIGUSR2");
  }

  async function stop(): Promise<string> {
    child.kill("SIGINT");
    const kill = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
    const how = await exited;
    clearTimeout(kill);
    return how;
  }
}
