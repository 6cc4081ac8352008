import { stat } from "node:fs/promises";
import { packApi, packExecutor } from "./archive.js";
import { bundleApi } from "./bundle-api.js";
import { packClient } from "./pack-client.js";

const bundle = await bundleApi("dist/api");
const api = await packApi(bundle, "dist/api.zip");
const executor = await packExecutor("dist/executor.zip");
const client = await packClient("dist/client");

for (const path of [bundle, api.path, executor.path, client]) {
  console.log(`${path}  ${Math.round((await stat(path)).size / 1024)} KB`);
}
