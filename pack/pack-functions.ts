import { type CodeArchive, packApi, packExecutor } from "./archive.js";
import { bundleApi } from "./bundle-api.js";

/** Writes the archives of both functions into `dist/`, below the folder that it is called in. */
export async function packFunctions(): Promise<{ api: CodeArchive; executor: CodeArchive }> {
  return {
    api: await packApi(await bundleApi("dist/api"), "dist/api.zip"),
    executor: await packExecutor("dist/executor.zip"),
  };
}
