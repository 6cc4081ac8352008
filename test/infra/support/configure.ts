import * as pulumi from "@pulumi/pulumi";
import { defaultSettings } from "./project-settings.js";
import { providerAnswers, REGION } from "./provider-answers.js";
import { RecordingMonitor } from "./recording-monitor.js";

const PROJECT = "edge-grader";

/** What an operator sets; `stack` is the stack's name, another provider's settings have its prefix. */
export interface Settings {
  readonly stack?: string;
  readonly [name: string]: string | undefined;
}

/** The least that an operator has to say. */
const LEAST = { allowedOrigins: "https://site.example", "aws:region": REGION };

/**
 * Makes Pulumi's runtime that of a stack with these settings and the defaults of `Pulumi.yaml`.
 * A setting that is empty and has no default is not set at all.
 */
export async function configure(settings: Settings): Promise<RecordingMonitor> {
  const monitor = new RecordingMonitor(providerAnswers);
  const { stack = "dev", ...config } = { ...(await defaultSettings()), ...LEAST, ...settings };
  await pulumi.runtime.setMocks(providerAnswers, PROJECT, stack, false, "operators");
  pulumi.runtime.setMockOptions(monitor, PROJECT, stack, false, "operators");
  const named = Object.entries(config)
    .filter(([name, value]) => value !== undefined && !(name === "aws:region" && value === ""))
    .map(([name, value]) => [name.includes(":") ? name : `${PROJECT}:${name}`, value as string]);
  pulumi.runtime.setAllConfig(Object.fromEntries(named));
  return monitor;
}
