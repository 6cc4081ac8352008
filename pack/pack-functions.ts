import { type CodeArchive, packApi, packExecutor, packJavaScriptExecutor } from "./archive.js";
import { bundleApi } from "./bundle-api.js";
import { describeSize } from "./lambda-limits.js";
import { lambdaNode } from "./lambda-node.js";
import { findPython, LAMBDA_VERSION, PythonNotFound } from "./python.js";

export interface FunctionArchives {
  readonly api: CodeArchive;
  readonly executor: CodeArchive;
  /** Where it was asked for. */
  readonly javascriptExecutor?: CodeArchive;
}

/**
 * Writes the archives of the functions into `dist/`, below the folder that it is called in.
 *
 * @param tell gets each line that a person should know
 * @throws PackingFault
 */
export async function packFunctions(
  env: NodeJS.ProcessEnv,
  tell: (line: string) => void,
  { javascript = false } = {},
): Promise<FunctionArchives> {
  const python = lambdaPython(env);
  if (python === undefined) tell(NOT_COMPILED);
  const archives = {
    api: await packApi(await bundleApi("dist/api"), "dist/api.zip"),
    executor: await packExecutor("dist/executor.zip", python),
  };
  if (!javascript) return archives;
  const node = await lambdaNode(env, tell);
  tell("Packing the executor with Node, which takes some seconds …");
  const path = "dist/javascript-executor.zip";
  const javascriptExecutor = await packJavaScriptExecutor(path, node, python);
  tell(describeSize(path, javascriptExecutor.size));
  return { ...archives, javascriptExecutor };
}

const NOT_COMPILED =
  `No Python ${LAMBDA_VERSION} was found: the executor's archive has no compiled files, ` +
  "so that each new environment starts later.";

function lambdaPython(env: NodeJS.ProcessEnv): string | undefined {
  try {
    const { path, version } = findPython(env);
    return version === LAMBDA_VERSION ? path : undefined;
  } catch (error) {
    if (error instanceof PythonNotFound) return undefined;
    throw error;
  }
}
