import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const PROBE = fileURLToPath(new URL("../../executor/probe.py", import.meta.url));

/** Which layers hold around the code of one language. */
interface Layers {
  readonly isJailed: boolean;
  readonly layers: Readonly<Record<string, unknown>>;
  /** What is open here, each as the end of a sentence. */
  readonly missing: readonly string[];
  readonly error: string | null;
}

/** What `executor/probe.py` prints. */
interface ProbeReport extends Layers {
  /** None where it cannot be run. */
  readonly javascript: Layers | null;
}

/**
 * One line for a person: which layers of the jail hold on this machine, and what is open.
 *
 * @param node the program that runs JavaScript here
 */
export async function reportJail(
  python: string,
  node: string,
  env: NodeJS.ProcessEnv,
): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(python, ["-B", PROBE], {
      env: { ...env, EXECUTOR_NODE: node },
      timeout: 20_000,
    });
    const { javascript, ...ofPython } = JSON.parse(stdout) as ProbeReport;
    return `${describe("Jail", ofPython)} ${
      javascript === null
        ? "JavaScript is not run here, for only Linux lets its process be closed in."
        : describe("Around JavaScript", javascript)
    }`;
  } catch (error) {
    return `Jail: the self-test failed, so run only code that you trust. ${String(error)}`;
  }
}

function describe(what: string, { isJailed, layers, missing, error }: Layers): string {
  const closed = Object.keys(layers).filter((name) => layers[name]);
  const active = `${what}: closed are ${closed.join(", ") || "none"}`;
  if (isJailed && missing.length === 0) return `${active}.`;
  const fault = error === null ? "" : ` The self-test says: ${error}`;
  return `${active}. Open here: ${missing.join("; ")}. Run only code that you trust.${fault}`;
}
