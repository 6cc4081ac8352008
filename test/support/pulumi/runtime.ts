import { LocalWorkspace } from "@pulumi/pulumi/automation/index.js";
import * as z from "zod";

const projectSettings = z.object({
  name: z.string(),
  runtime: z.object({
    name: z.literal("nodejs"),
    options: z.object({ typescript: z.boolean().default(true), nodeargs: z.string().default("") }),
  }),
});

/** How `Pulumi.yaml` wants the program to be loaded. */
export interface Runtime {
  readonly project: string;
  /** Whether Pulumi's own compiler is to load TypeScript. */
  readonly typescript: boolean;
  readonly nodeArguments: readonly string[];
}

export async function loadRuntime(folder: string): Promise<Runtime> {
  const uncalled = { command: "", version: null, run: () => Promise.reject(new Error("no CLI")) };
  const workspace = await LocalWorkspace.create({ workDir: folder, pulumiCommand: uncalled });
  const { name, runtime } = projectSettings.parse(await workspace.projectSettings());
  const { typescript, nodeargs } = runtime.options;
  return { project: name, typescript, nodeArguments: nodeargs.split(" ").filter(Boolean) };
}
