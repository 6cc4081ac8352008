import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openOutputSink } from "../../cli/output-sink.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "output-sink-"));
});
afterEach(() => rm(folder, { recursive: true }));

const open = (output: string) => openOutputSink({ out: () => {}, folder }, output);
const read = (name: string) => readFile(join(folder, name), "utf8");

async function write(output: string, ...texts: readonly string[]) {
  await using sink = await open(output);
  for (const text of texts) await sink.write(text);
  await sink.finish();
}

it("writes a file that only its owner can read, in place of the one that is there", async () => {
  await writeFile(join(folder, "report.csv"), "an older one, and longer than the new one");
  await write("report.csv", "a,", "b\n");
  expect(await read("report.csv")).toBe("a,b\n");
  expect((await stat(join(folder, "report.csv"))).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(["report.csv"]);
});

it("leaves what is there as it was, and nothing besides, when it is not finished", async () => {
  await writeFile(join(folder, "report.csv"), "before");
  {
    await using sink = await open("report.csv");
    await sink.write("half of it");
    // Until it is whole it stands elsewhere.
    expect(await read("report.csv")).toBe("before");
  }
  expect(await readdir(folder)).toEqual(["report.csv"]);
  expect(await read("report.csv")).toBe("before");
});

it("writes through no link that somebody has put where it would begin", async () => {
  await writeFile(join(folder, "precious"), "precious");
  for (const name of ["report.csv.part", "report.csv.unfinished"]) {
    await symlink(join(folder, "precious"), join(folder, name));
  }
  await write("report.csv", "a,b\n");
  expect(await read("precious")).toBe("precious");
  expect(await read("report.csv")).toBe("a,b\n");
});

it("writes a file whose name is as long as names can be", async () => {
  const name = "가".repeat(85);
  await write(name, "a,b\n");
  expect(await readdir(folder)).toEqual([name]);
});

it("lets two runs write at once: the later one to finish is there whole", async () => {
  await using first = await open("report.csv");
  await using second = await open("report.csv");
  await first.write("first, ");
  await second.write("second, ");
  await first.write("whole\n");
  await second.write("whole\n");
  await second.finish();
  await first.finish();
  expect(await read("report.csv")).toBe("first, whole\n");
  expect(await readdir(folder)).toEqual(["report.csv"]);
});

it.each([
  ["a folder", "misuse", () => ".", /^\. is a folder: name a file/],
  ["a device", "misuse", () => "/dev/null", /^\/dev\/null is no file: name a file/],
  [
    "a link",
    "misuse",
    async () => {
      await symlink("/etc/hosts", join(folder, "link"));
      return "link";
    },
    /^link is a link: name a file/,
  ],
  [
    "in no folder",
    "failed",
    () => "none/report.csv",
    /^none\/report\.csv cannot be written \(ENOENT\)/,
  ],
])("refuses with a sentence what is no place for a file: %s", async (_, ending, name, sentence) => {
  const output = await name();
  const refused = await open(output).catch((error: unknown) => error);
  expect(refused).toMatchObject({ ending, message: expect.stringMatching(sentence) });
});
