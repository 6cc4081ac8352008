import { CommandEnd } from "../command-end.js";
import { ANSWER_MS, within } from "../within.js";
import { isLoopback } from "./is-loopback.js";
import { parseStackOutputs, type StackOutputs } from "./stack-outputs.js";

/**
 * What a dev server says of its parts.
 *
 * @throws CommandEnd when none answers there
 */
export async function readEndpoint(endpoint: string, signal: AbortSignal): Promise<StackOutputs> {
  if (!URL.canParse(endpoint) || !isLoopback(new URL(endpoint))) {
    throw new CommandEnd(
      "misuse",
      `--endpoint is a dev server on this machine, such as http://127.0.0.1:8787, not ${endpoint}. A deployed service is named by its stack: --stack <name>.`,
    );
  }
  const url = new URL("/dev/stack", endpoint);
  const response = await fetch(url, { signal: within(ANSWER_MS, signal) }).catch(
    (cause: unknown) => {
      throw new CommandEnd(
        "failed",
        `No dev server answers at ${endpoint}. Start one with: npm run dev`,
        { cause },
      );
    },
  );
  const outputs: unknown = await response.json().catch(() => undefined);
  if (response.ok && typeof outputs === "object") {
    return parseStackOutputs(outputs, `The dev server ${endpoint}`, "Start one of this version");
  }
  const answer = response.ok ? "something else" : String(response.status);
  const sentence = `${url} answers ${answer}: that is no dev server of this version. Start one with: npm run dev`;
  throw new CommandEnd("failed", sentence);
}
