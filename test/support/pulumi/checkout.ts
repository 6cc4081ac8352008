import { cp, mkdtemp, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** All that `pulumi up` and `npm run build` need of a clone; what is installed comes on top. */
const SOURCE = [
  "api",
  "client",
  "executor",
  "infra",
  "pack",
  "package-lock.json",
  "package.json",
  "Pulumi.yaml",
  "runner",
  "tsconfig.json",
  "web",
];

/** A fresh clone after `npm ci` in a folder of its own, which whoever asks for it removes. */
export async function checkout(from = ROOT): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "checkout-"));
  const isSource = (path: string) => !path.endsWith("__pycache__");
  for (const part of SOURCE) {
    await cp(join(from, part), join(folder, part), { recursive: true, filter: isSource });
  }
  await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"));
  return folder;
}
