import { CommandEnd } from "../command-end.js";
import type { Surroundings } from "../surroundings.js";
import { readEndpoint } from "../target/read-endpoint.js";
import { readOutputs } from "../target/read-stack.js";
import { parseStackOutputs, runsCode } from "../target/stack-outputs.js";
import type { TargetOptions } from "../target-options.js";
import { EDGE_REGION, openCloudClients } from "./cloud-clients.js";
import { devToken } from "./dev-token.js";
import { findRegion } from "./find-region.js";
import type { Known } from "./known.js";
import type { Stage } from "./stage.js";
import { STAGES, STAGES_BEFORE_UP } from "./stages.js";

export interface DoctorOptions extends TargetOptions {
  readonly url?: string;
  readonly token?: string;
  readonly problem?: string;
  readonly origin?: string;
  readonly beforeUp?: true;
}

/** What there is to look at, and what for. */
export interface Examination {
  readonly stages: readonly Stage[];
  readonly known: Known;
}

/** What the options lead to; of a stack that was never deployed, what it is going to need. */
export async function planExamination(
  options: DoctorOptions,
  surroundings: Surroundings,
): Promise<Examination> {
  const { stack, beforeUp } = options;
  if (beforeUp) return beforeDeployment(stack, surroundings);
  const known = await gatherKnown(options, surroundings);
  return known === undefined ? beforeDeployment(stack, surroundings) : { stages: STAGES, known };
}

async function beforeDeployment(
  stack: string | undefined,
  surroundings: Surroundings,
): Promise<Examination> {
  const { env, folder, signal } = surroundings;
  const region = await findRegion(stack, surroundings);
  const known = {
    ...{ env, folder, signal, deployed: true as const },
    // Who asks can be told anywhere.
    clients: openCloudClients(region ?? EDGE_REGION),
    ...(region !== undefined && { region }),
  };
  return { stages: STAGES_BEFORE_UP, known };
}

/** Undefined where the stack was never deployed. */
async function gatherKnown(
  options: DoctorOptions,
  surroundings: Surroundings,
): Promise<Known | undefined> {
  const { stack, endpoint, url, origin } = options;
  if ([stack, endpoint, url].filter((one) => one !== undefined).length !== 1) {
    throw new CommandEnd(
      "misuse",
      "Name one service: --stack <name>, --url https://… for what can be seen from outside, or --endpoint http://127.0.0.1:8787 for a dev server.",
    );
  }
  const { env, folder, signal } = surroundings;
  const token = options.token ?? (env.GRADER_TOKEN || undefined);
  if (token !== undefined && !/^[!-~]+$/.test(token)) {
    throw new CommandEnd(
      "misuse",
      "The token is empty, or has characters that none has: is the variable set that it comes from?",
    );
  }
  const common = {
    ...{ env, folder, signal, origin, begunAtMs: Date.now() },
    ...(token !== undefined && { token }),
    ...(options.problem !== undefined && { problemId: options.problem }),
  };
  if (url !== undefined) {
    return { ...common, service: addressOf(url), deployed: true, runsCode: true };
  }
  if (stack !== undefined) {
    const raw = await readOutputs(stack, surroundings);
    if (Object.keys(raw as object).length === 0) return undefined;
    const outputs = parseStackOutputs(raw, `The stack ${stack}`);
    const service = addressOf(outputs.codeGraderApiInvokeUrl);
    const clients = openCloudClients(outputs.region);
    return { ...common, service, deployed: true, runsCode: true, outputs, clients, stack };
  }
  const outputs = await readEndpoint(endpoint ?? "", signal);
  return {
    token: await devToken(endpoint ?? "", signal),
    ...common,
    service: addressOf(endpoint ?? ""),
    outputs,
    clients: openCloudClients(outputs.region, outputs.endpoints),
    ...(runsCode(outputs) && { runsCode: true }),
  };
}

function addressOf(text: string): URL {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text);
  throw new CommandEnd(
    "misuse",
    `--url is an address such as https://grader.site.example, not ${text}.`,
  );
}
