import { fileURLToPath } from "node:url";
import { LocalWorkspace } from "@pulumi/pulumi/automation/index.js";
import * as z from "zod";

export const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

const setting = z.strictObject({
  type: z.enum(["string", "boolean", "integer"]),
  default: z.union([z.string(), z.boolean(), z.int()]).optional(),
  description: z.string().min(1),
});

const projectSettings = z.object({
  name: z.string(),
  config: z.record(z.string(), setting),
});

export type ProjectSettings = z.infer<typeof projectSettings>;

/** What `Pulumi.yaml` says, read as Pulumi itself reads it. */
export async function readProjectSettings(): Promise<ProjectSettings> {
  const uncalled = { command: "", version: null, run: () => Promise.reject(new Error("no CLI")) };
  const workspace = await LocalWorkspace.create({ workDir: ROOT, pulumiCommand: uncalled });
  return projectSettings.parse(await workspace.projectSettings());
}

/** Every setting that has a default, as the text that a program gets. */
export async function defaultSettings(): Promise<Record<string, string>> {
  const { config } = await readProjectSettings();
  const withDefault = Object.entries(config).filter(([, entry]) => entry.default !== undefined);
  return Object.fromEntries(withDefault.map(([name, entry]) => [name, String(entry.default)]));
}
