import { setTimeout as delay } from "node:timers/promises";
import { Command, InvalidArgumentError } from "commander";
import { findPython, PythonNotFound } from "../pack/python.js";
import { DEV_USERS } from "../web/session/dev-users.js";
import { consoleLog } from "./console-log.js";
import { TableUnfinished } from "./dynamodb/create-table.js";
import { FolderInUse, FolderUnusable } from "./dynamodb/folder-lock.js";
import { listen } from "./http/listen.js";
import { localOnly } from "./http/local-only.js";
import { hasJavaScript } from "./lambda/executor-lambda.js";
import { reportJail } from "./lambda/jail-report.js";
import { misplacedOptions } from "./misplaced-options.js";
import { type Service, startService } from "./service.js";
import { stopOnSignal } from "./stop-on-signal.js";

interface Options {
  readonly port: number;
  readonly data?: string;
  readonly mockExecutor?: true;
  readonly signIn?: true;
}

const SAMPLE_CODE = `def solution(data):
    matrix = data["matrix"]
    for _ in range(data["turns"] % 4):
        matrix = [list(row) for row in zip(*reversed(matrix))]
    return matrix`;

/** What can be shown without running any code. */
const SAMPLE_RUN = {
  executionMode: "RUN_CUSTOM_TESTS",
  customTestCases: [{ matrix: [[1, 2]], turns: 1 }],
};

/** What stopping may take before the process ends as it is. */
const STOP_LIMIT_MS = 5000;

const program = new Command("npm run dev --")
  .description("Runs Edge Grader on this machine: the API, its tables, its tokens, its executor.")
  .option("--port <number>", "port on 127.0.0.1 (0 takes any free one)", toPort, 8787)
  .option("--data <folder>", "keep tables and keys here across restarts (default: in memory)")
  .option("--mock-executor", "run no code: every case returns its own input (needs no Python)")
  .option("--sign-in", "have people sign in, on a page like Cognito's, instead of choosing a user")
  .addHelpText(
    "after",
    `
Environment:
  EXECUTOR_PYTHON    the Python that runs the executor (default: 3.12 if found, else python3)
  DYNAMODB_ENDPOINT  a DynamoDB to use instead of the built-in one`,
  );

const hint = misplacedOptions(process.env, ["port", "data", "mock-executor", "sign-in"]);
if (hint !== undefined) program.error(hint);
const options = program.parse().opts<Options>();

try {
  await serve(options);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}

async function serve({ port, data, mockExecutor, signIn }: Options): Promise<void> {
  const python = mockExecutor ? undefined : findPython(process.env);
  const starting = Promise.withResolvers<Service>();
  // A port that is taken is found at once; who opens the page early waits for the rest.
  const fetch = async (request: Request) => (await starting.promise).fetch(request);
  const listener = await listen(localOnly(fetch), port);
  console.log(`Edge Grader listens on ${listener.url} (open it in a browser; Ctrl-C stops it)`);
  let isStopping = false;
  stopOnSignal(async () => {
    isStopping = true;
    console.log("Stopping…");
    await listener.close();
    const closed = starting.promise.then((service) => service.close());
    // What never finished starting cannot be closed, and must not keep the process.
    await Promise.race([closed, delay(STOP_LIMIT_MS)]);
  });
  console.log(
    python === undefined
      ? "A mock executor: no code runs, every case returns its own input."
      : `Code runs on ${python.path} (Python ${python.version}), ${javaScriptLine()}.`,
  );
  if (python?.notice !== undefined) console.log(python.notice);
  const jail =
    python === undefined ? undefined : reportJail(python.path, process.execPath, process.env);
  const log = consoleLog(process.stdout);
  const service = await startService({
    executor: python === undefined ? { kind: "mock" } : { kind: "python", path: python.path },
    dataFolder: data,
    dynamoDbEndpoint: process.env.DYNAMODB_ENDPOINT,
    withHistory: true,
    signIn: signIn ?? false,
    log: (event, fields) => {
      // Whatever runs when the executor is stopped dies of it.
      if (!(isStopping && event.startsWith("executor."))) log(event, fields);
    },
    executorLog: (line) => console.log(line),
  });
  starting.resolve(service);
  if (jail !== undefined) console.log(await jail);
  if (!isStopping) console.log(greeting(listener.url, service, data));
}

function javaScriptLine(): string {
  return hasJavaScript()
    ? `JavaScript on ${process.execPath} (Node ${process.versions.node})`
    : "JavaScript on Linux only";
}

function greeting(url: string, service: Service, data: string | undefined): string {
  const isMock = service.lambda === undefined;
  const body = JSON.stringify({
    ...(isMock ? SAMPLE_RUN : { problemId: "rotate-matrix" }),
    userCode: SAMPLE_CODE,
  });
  const json = "-H 'Content-Type: application/json'";
  return `Tables: ${data === undefined ? "in memory (keep them with --data DIR)" : data}

${isMock ? "Run a custom test" : "Grade a sample problem"}:

TOKEN=$(curl -s ${url}/dev/token ${json} \\
  -d '${JSON.stringify(DEV_USERS[0])}' | sed 's/.*:"\\(.*\\)".*/\\1/')
curl -s ${url}/grade ${json} \\
  -H "Authorization: Bearer $TOKEN" \\
  -d '${body}'

Ready. Solve problems in a browser: ${url}/    API: ${url}/docs    Stop: Ctrl-C
`;
}

function toPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError("It must be a whole number from 0 to 65535.");
}

/** A sentence for faults that a person can mend, the stack for all others. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isMendable = [FolderInUse, FolderUnusable, PythonNotFound, TableUnfinished].some(
    (kind) => error instanceof kind,
  );
  if (isMendable) return error.message;
  const diskFault = findDiskFault(error);
  if (diskFault !== undefined) {
    return `${options.data ?? "The disk"} cannot be written: is the disk full? (${diskFault.message})`;
  }
  const endpoint = process.env.DYNAMODB_ENDPOINT;
  if (endpoint !== undefined && isAboutConnection(error)) {
    return `DYNAMODB_ENDPOINT is ${endpoint}, where no DynamoDB answers. (${error.message})`;
  }
  if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") {
    return `Port ${options.port} is taken; choose another, or any free one: npm run dev -- --port 0`;
  }
  return error.stack ?? error.message;
}

function findDiskFault(error: Error): Error | undefined {
  const { code } = error as NodeJS.ErrnoException;
  if (error.name === "InternalServerError" || code === "ENOSPC" || code === "EFBIG") return error;
  return error.cause instanceof Error ? findDiskFault(error.cause) : undefined;
}

function isAboutConnection(error: Error): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ECONNREFUSED" || code === "ENOTFOUND" || code === "ERR_INVALID_URL";
}
