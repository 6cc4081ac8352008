import { stat } from "node:fs/promises";
import { packClient } from "./pack-client.js";
import { packFunctions } from "./pack-functions.js";

const { api, executor } = await packFunctions(process.env, console.log);
const client = await packClient("dist/client");

for (const path of [api.path, executor.path, client]) {
  console.log(`${path}  ${Math.round((await stat(path)).size / 1024)} KB`);
}
