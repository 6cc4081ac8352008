import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const PROBE = fileURLToPath(new URL("../../executor/probe.py", import.meta.url));

/** What `executor/probe.py` prints. */
interface ProbeReport {
  readonly isJailed: boolean;
  readonly layers: Readonly<Record<string, unknown>>;
  /** What is open here, each as the end of a sentence. */
  readonly missing: readonly string[];
  readonly error: string | null;
}

/** One line for a person: which layers of the jail hold on this machine, and what is open. */
export async function reportJail(python: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(python, ["-B", PROBE], { timeout: 20_000 });
    return describe(JSON.parse(stdout) as ProbeReport);
  } catch (error) {
    return `Jail: the self-test failed, so run only code that you trust. ${String(error)}`;
  }
}

function describe({ isJailed, layers, missing, error }: ProbeReport): string {
  const closed = Object.keys(layers).filter((name) => layers[name]);
  const active = `Jail: closed are ${closed.join(", ") || "none"}`;
  if (isJailed && missing.length === 0) return `${active}.`;
  const fault = error === null ? "" : ` The self-test says: ${error}`;
  return `${active}. Open here: ${missing.join("; ")}. Run only code that you trust.${fault}`;
}
