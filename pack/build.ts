import { stat } from "node:fs/promises";
import { packClient } from "./pack-client.js";
import { packFunctions } from "./pack-functions.js";
import { packGrader } from "./pack-grader.js";
import { packSite } from "./pack-site.js";

const { api, executor } = await packFunctions(process.env, console.log);
const client = await packClient("dist/client");
const grader = await packGrader("dist/grader");
const site = await packSite("dist/site");

for (const path of [api.path, executor.path, client, grader]) {
  console.log(`${path}  ${Math.round((await stat(path)).size / 1024)} KB`);
}
console.log(`dist/site  ${site.files.length} files`);
