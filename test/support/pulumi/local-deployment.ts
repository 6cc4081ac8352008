import { existsSync } from "node:fs";
import { chmod, copyFile, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LocalLambdaOptions } from "../../../dev/lambda/local-lambda.js";
import type { Settings } from "../../infra/support/configure.js";
import { deployStack } from "../../infra/support/deployed-stack.js";
import { attackUser } from "../attack-user.js";
import { unpack } from "../aws/unpack.js";

/** What the stack says of a function, as far as it is needed to run it here. */
interface FunctionInputs {
  readonly name: string;
  readonly handler: string;
  readonly timeout: number;
  readonly code: { readonly path: string };
  readonly tenancyConfig?: { readonly tenantIsolationMode: string };
  readonly environment?: { readonly variables: Readonly<Record<string, string>> };
}

type ExecutorResource = keyof typeof ARCHIVE_OF;

/** Which function has the same archive and is unpacked. */
const ARCHIVE_OF = {
  "code-executor": "code-executor",
  "executor-probe": "code-executor",
  "javascript-executor": "javascript-executor",
  "javascript-probe": "javascript-executor",
} as const;

/** What `pulumi up` uploads, unpacked with nothing around it into folders that can only be read. */
export interface LocalDeployment {
  readonly executorFolder: string;
  /** The file that the API function's handler names. */
  readonly apiModule: string;
  readonly apiVariables: Readonly<Record<string, string>>;
  /** How to start a function of the executor's archive, as a user without rights. */
  executorOptions(resource: ExecutorResource): LocalLambdaOptions;
  remove(): Promise<void>;
}

/** Unpacks what a stack with these settings would upload of a clone in which `npm run build` was run. */
export async function deployLocally(clone: string, settings: Settings): Promise<LocalDeployment> {
  const folder = await mkdtemp(join(tmpdir(), "functions-"));
  try {
    const stack = await deployStack(settings);
    const inputs = (name: string) => stack.the("lambda/function", name).inputs as FunctionInputs;
    const unpacked = async (name: string) => {
      const root = join(folder, name);
      await mkdir(root);
      unpack(join(clone, inputs(name).code.path), root);
      return root;
    };
    const apiFolder = await unpacked("code-grader");
    const executorFolder = await unpacked("code-executor");
    const hasJavaScript = stack
      .all("lambda/function")
      .some((fn) => fn.name === "javascript-executor");
    const javascriptFolder = hasJavaScript ? await unpacked("javascript-executor") : "";
    if (hasJavaScript) await useOwnNode(javascriptFolder);
    const folders = { "code-executor": executorFolder, "javascript-executor": javascriptFolder };
    await setFolderModes(folder, 0o555);
    const api = inputs("code-grader");
    return {
      executorFolder,
      apiModule: moduleOf(apiFolder, api.handler),
      apiVariables: api.environment?.variables ?? {},
      executorOptions: (resource) => localOptions(inputs(resource), folders[ARCHIVE_OF[resource]]),
      remove: () => removeReadOnly(folder),
    };
  } catch (error) {
    await removeReadOnly(folder);
    throw error;
  }
}

/** Lambda's processor is another than most machines': there the packed Node would not start. */
async function useOwnNode(folder: string): Promise<void> {
  const node = join(folder, "bin/node");
  if (process.platform === "linux" && process.arch === "arm64") return;
  await copyFile(process.execPath, node);
}

function localOptions(inputs: FunctionInputs, taskRoot: string): LocalLambdaOptions {
  const { name, handler, timeout, tenancyConfig, environment } = inputs;
  const { python, user } = attackUser();
  return {
    functionName: name,
    handler,
    taskRoot,
    timeoutMs: timeout * 1000,
    tenantIsolation: tenancyConfig?.tenantIsolationMode === "PER_TENANT",
    environment: environment?.variables ?? {},
    maxConcurrency: 4,
    python,
    ...(user && { user }),
  };
}

async function removeReadOnly(folder: string): Promise<void> {
  await setFolderModes(folder, 0o755);
  await rm(folder, { recursive: true });
}

async function setFolderModes(root: string, mode: number): Promise<void> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory());
  const paths = folders.map(({ parentPath, name }) => join(parentPath, name));
  await Promise.all([root, ...paths].map((path) => chmod(path, mode)));
}

/** The order in which Lambda's runtime for Node.js looks; the bundle's own loader takes `handler`. */
function moduleOf(root: string, handler: string): string {
  const [module, exported] = handler.split(".");
  const files = [".js", ".mjs", ".cjs"].map((extension) => join(root, `${module}${extension}`));
  const found = files.find((file) => existsSync(file));
  if (found === undefined || exported !== "handler") throw new Error(`There is no ${handler}`);
  return found;
}
