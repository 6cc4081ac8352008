import { existsSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { bundleApi } from "../../../pack/bundle-api.js";

/** The path of the API function's bundle, made once a run, by whoever asks first. */
export async function apiBundle(): Promise<string> {
  const folder = inject("runFolder");
  const bundle = join(folder, "lambda.cjs");
  // Two who ask at the same time make the same file, and each puts it there whole.
  return existsSync(bundle) ? bundle : bundleApi(folder);
}
