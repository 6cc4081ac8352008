import { RUNS_NO_CODE, type StackOutputs } from "../target/stack-outputs.js";
import type { CloudClients } from "./cloud-clients.js";

/** What may be known of the service that is examined; a stage says what of it it needs. */
export interface Facts {
  /** Where the service answers. */
  readonly service: URL;
  /** That it is on AWS, behind CloudFront. */
  readonly deployed: true;
  /** That it runs code. */
  readonly runsCode: true;
  /** A student's, or whoever's it is. */
  readonly token: string;
  /** A problem that a submission may be stored for. */
  readonly problemId: string;
  readonly outputs: StackOutputs;
  /** AWS, with the operator's credentials; for a dev server its stand-ins. */
  readonly clients: CloudClients;
  /** The name that Pulumi knows it by. */
  readonly stack: string;
  /** Where the service is going to be. */
  readonly region: string;
}

export type Need = keyof Facts;

/** What a stage has in any case. */
export interface Circumstances {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
  readonly signal: AbortSignal;
  /** A site whose pages may call the API. */
  readonly origin?: string | undefined;
  /** When the examination began, in epoch milliseconds. */
  readonly begunAtMs?: number | undefined;
  /** How often what takes a while to appear is looked for. */
  readonly lookEveryMs?: number | undefined;
  /** Certificates to trust besides the system's, in PEM. */
  readonly certificates?: string | undefined;
}

export type Known = Circumstances & Partial<Facts>;

/** Why a stage was left out, by what it would have needed. */
export const WITHOUT: Readonly<Record<Need, string>> = {
  service: "there is no address to ask",
  deployed: "this is a dev server, which has nothing of AWS's",
  runsCode: RUNS_NO_CODE,
  token: "it takes an ID token: --token <token>, or the variable GRADER_TOKEN",
  problemId: "it stores a submission, so name a problem for it: --problem <id>",
  outputs: "it takes the outputs of a stack: --stack <name>",
  clients: "it takes AWS credentials: --stack <name>",
  stack: "it takes a Pulumi stack: --stack <name>",
  region: "no region is chosen",
};
