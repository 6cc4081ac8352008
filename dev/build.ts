import { stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { bundleApi } from "../infra/bundle.js";

const file = await bundleApi(fileURLToPath(new URL("../dist/api", import.meta.url)));
console.log(`dist/api/lambda.cjs  ${Math.round((await stat(file)).size / 1024)} KB`);
