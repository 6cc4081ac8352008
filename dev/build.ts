import { stat } from "node:fs/promises";
import { packApi, packExecutor } from "../infra/archive.js";
import { bundleApi } from "../infra/bundle.js";

const bundle = await bundleApi("dist/api");
const api = await packApi(bundle, "dist/api.zip");
const executor = await packExecutor("dist/executor.zip");

for (const path of [bundle, api.path, executor.path]) {
  console.log(`${path}  ${Math.round((await stat(path)).size / 1024)} KB`);
}
