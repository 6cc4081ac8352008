import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Of the executor function. */
export const LAMBDA_VERSION = "3.12";
const OLDEST_MINOR = 10;
const START_TIMEOUT_MS = 10_000;
const QUESTION = "import sys; print('%d.%d' % sys.version_info[:2], sys.executable)";

export interface Python {
  /** The interpreter itself, even where it was found through a shim. */
  path: string;
  /** Major and minor, as in "3.12". */
  version: string;
  /** What a person should know about this choice. */
  notice?: string;
}

/** No interpreter can run the executor; the message says what to install or to correct. */
export class PythonNotFound extends Error {}

export interface PythonUser {
  uid: number;
  gid: number;
}

/**
 * The interpreter for the executor: $EXECUTOR_PYTHON, else a 3.12, else a python3 from 3.10 on.
 * A candidate counts only when it starts, as `user` where one is given.
 * @throws PythonNotFound
 */
export function findPython(env: NodeJS.ProcessEnv, user?: PythonUser): Python {
  const chosen = env.EXECUTOR_PYTHON;
  if (chosen) return requireChosen(chosen, env, user);

  for (const path of [...onPath("python3.12", env), ...pyenvCandidates(env)]) {
    const python = start(path, env, user);
    if (python?.version === LAMBDA_VERSION) return python;
  }
  const old: Python[] = [];
  for (const path of onPath("python3", env)) {
    const python = start(path, env, user);
    if (python !== undefined && isRecent(python)) return withNotice(python);
    if (python !== undefined) old.push(python);
  }
  const found = old.map(({ path, version }) => `${path} is Python ${version}, which is too old.`);
  throw new PythonNotFound(
    `${found.join(" ") || "No Python that starts was found."} Install Python ${LAMBDA_VERSION} (3.${OLDEST_MINOR} or later will do), ` +
      "set EXECUTOR_PYTHON to one, or use --mock-executor, which needs none.",
  );
}

function requireChosen(path: string, env: NodeJS.ProcessEnv, user: PythonUser | undefined): Python {
  const python = start(path, env, user);
  if (python === undefined) {
    throw new PythonNotFound(
      `EXECUTOR_PYTHON is ${path}, which does not start as a Python interpreter.`,
    );
  }
  if (!isRecent(python)) {
    const wanted = `Python 3.${OLDEST_MINOR} or later is needed`;
    throw new PythonNotFound(
      `EXECUTOR_PYTHON is ${path}, which is Python ${python.version}: ${wanted}.`,
    );
  }
  return withNotice(python);
}

function onPath(name: string, env: NodeJS.ProcessEnv): string[] {
  const folders = (env.PATH ?? "").split(":").filter(Boolean);
  return folders.map((folder) => join(folder, name));
}

/** A pyenv shim fails unless its version is selected, so the versions themselves are candidates. */
function pyenvCandidates(env: NodeJS.ProcessEnv): string[] {
  const root = env.PYENV_ROOT ?? (env.HOME && join(env.HOME, ".pyenv"));
  if (!root) return [];
  return namesIn(join(root, "versions"))
    .filter((name) => name === LAMBDA_VERSION || name.startsWith(`${LAMBDA_VERSION}.`))
    .sort((a, b) => b.localeCompare(a, "en", { numeric: true }))
    .map((name) => join(root, "versions", name, "bin", "python3.12"));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // No pyenv here, or one that only somebody else can read.
    return [];
  }
}

function start(
  path: string,
  env: NodeJS.ProcessEnv,
  user: PythonUser | undefined,
): Python | undefined {
  const { status, stdout } = spawnSync(path, ["-I", "-c", QUESTION], {
    env,
    encoding: "utf8",
    timeout: START_TIMEOUT_MS,
    ...user,
  });
  const [, version, executable] = /^(\d+\.\d+) (.+)\n$/.exec(stdout ?? "") ?? [];
  if (status !== 0 || version === undefined || executable === undefined) return undefined;
  return { path: executable, version };
}

function isRecent({ version }: Python): boolean {
  const [major, minor] = version.split(".").map(Number) as [number, number];
  return major === 3 && minor >= OLDEST_MINOR;
}

function withNotice(python: Python): Python {
  if (python.version === LAMBDA_VERSION) return python;
  const notice = `AWS Lambda runs Python ${LAMBDA_VERSION}; this is ${python.version} (${python.path}).`;
  return { ...python, notice };
}
