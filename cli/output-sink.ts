import { open, rename, rm } from "node:fs/promises";
import { resolve } from "node:path";
import type { Surroundings } from "./surroundings.js";

/** Where results go: a file is there whole or not at all. */
export interface OutputSink extends AsyncDisposable {
  write(text: string): Promise<void>;
  finish(): Promise<void>;
}

/** @param output a path; stdout without one */
export async function openOutputSink(
  { out, folder }: Pick<Surroundings, "out" | "folder">,
  output: string | undefined,
): Promise<OutputSink> {
  if (output === undefined) {
    return {
      write: async (text) => out(text),
      finish: async () => {},
      [Symbol.asyncDispose]: async () => {},
    };
  }
  const path = resolve(folder, output);
  const unfinished = `${path}.part`;
  const file = await open(unfinished, "w", 0o600);
  return {
    write: async (text) => {
      await file.write(text);
    },
    async finish() {
      await file.close();
      await rename(unfinished, path);
    },
    async [Symbol.asyncDispose]() {
      await file.close();
      await rm(unfinished, { force: true });
    },
  };
}
