import { lstat, open, rename, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { CommandEnd } from "./command-end.js";
import type { Surroundings } from "./surroundings.js";
import { unfinishedPath } from "./unfinished-path.js";

/** Where results go: a file is there whole or not at all. */
export interface OutputSink extends AsyncDisposable {
  write(text: string): Promise<void>;
  finish(): Promise<void>;
}

/**
 * @param output a path; stdout without one
 * @throws CommandEnd where no file can be made of it
 */
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
  await refuseOther(path, output);
  const unfinished = unfinishedPath(path);
  // Exclusively: what stands there already, a link too, is not written through.
  const file = await open(unfinished, "wx", 0o600).catch((cause: NodeJS.ErrnoException) => {
    const sentence = `${output} cannot be written (${cause.code}): name a file in a folder that you may write to.`;
    throw new CommandEnd("failed", sentence, { cause });
  });
  return {
    write: async (text) => {
      await file.writeFile(text);
    },
    async finish() {
      await file.sync();
      await file.close();
      await rename(unfinished, path);
    },
    async [Symbol.asyncDispose]() {
      await file.close();
      await rm(unfinished, { force: true });
    },
  };
}

/** In place of a device, a pipe or a link there would be a file: `/dev/null` is not to be replaced. */
async function refuseOther(path: string, output: string): Promise<void> {
  const there = await lstat(path).catch(() => undefined);
  if (there === undefined || there.isFile()) return;
  const what = there.isDirectory() ? "a folder" : there.isSymbolicLink() ? "a link" : "no file";
  const sentence = `${output} is ${what}: name a file, or leave --output out for stdout.`;
  throw new CommandEnd("misuse", sentence);
}
