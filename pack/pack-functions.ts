import { type CodeArchive, packApi, packExecutor } from "./archive.js";
import { bundleApi } from "./bundle-api.js";
import { findPython, LAMBDA_VERSION, PythonNotFound } from "./python.js";

export interface FunctionArchives {
  readonly api: CodeArchive;
  readonly executor: CodeArchive;
  /** What a person should know about them. */
  readonly notice?: string;
}

/** Writes the archives of both functions into `dist/`, below the folder that it is called in. */
export async function packFunctions(env: NodeJS.ProcessEnv): Promise<FunctionArchives> {
  const python = lambdaPython(env);
  const archives = {
    api: await packApi(await bundleApi("dist/api"), "dist/api.zip"),
    executor: await packExecutor("dist/executor.zip", python),
  };
  return python === undefined ? { ...archives, notice: NOT_COMPILED } : archives;
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
