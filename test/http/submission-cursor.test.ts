import { describe, expect, it } from "vitest";
import type { SubmissionList } from "../../api/domain/submission-list.js";
import { submissionCursor } from "../../api/http/submissions/cursor.js";

const LIST: SubmissionList = { filters: { userId: "u", problemId: "p" }, sortOrder: "DESC" };
const POSITION = { submissionTime: 1_700_000_000, submissionId: "an-id_of-a-submission" };
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ ";

const isRefused = (list: SubmissionList, cursor: string) =>
  submissionCursor.read(list, cursor).then(
    () => false,
    (error) => error.code === "InvalidInput",
  );

describe("a cursor", () => {
  it("leads back to its position in its list", async () => {
    for (const submissionId of ["a", "A".repeat(2048), '가 😀 "\\']) {
      const position = { ...POSITION, submissionId };
      expect(
        await submissionCursor.read(LIST, await submissionCursor.write(LIST, position)),
      ).toEqual(position);
    }
  });

  it("can stand in a URL as it is", async () => {
    const cursor = await submissionCursor.write(LIST, { ...POSITION, submissionId: "~~~???>>>" });
    expect(encodeURIComponent(cursor)).toBe(cursor);
  });

  it("is refused when any character of it is another, missing or doubled", async () => {
    const cursor = await submissionCursor.write(LIST, POSITION);
    for (const [at, character] of [...cursor].entries()) {
      const [before, behind] = [cursor.slice(0, at), cursor.slice(at + 1)];
      for (const other of ["", character + character, ...ALPHABET]) {
        if (other === character) continue;
        expect(await isRefused(LIST, before + other + behind), `${other} at ${at}`).toBe(true);
      }
    }
  });

  it("is refused when anything is behind it", async () => {
    const cursor = await submissionCursor.write(LIST, POSITION);
    for (const more of ALPHABET) expect(await isRefused(LIST, cursor + more)).toBe(true);
  });

  it.each<SubmissionList>([
    { ...LIST, sortOrder: "ASC" },
    { ...LIST, filters: {} },
    { ...LIST, filters: { userId: "u" } },
    { ...LIST, filters: { problemId: "p" } },
    { ...LIST, filters: { userId: "u", problemId: "q" } },
    { ...LIST, filters: { userId: "v", problemId: "p" } },
    { ...LIST, filters: { author: "u", problemId: "p" } },
    { ...LIST, filters: { userId: "p", problemId: "u" } },
  ])("is refused for another list: %j", async (other) => {
    expect(await isRefused(other, await submissionCursor.write(LIST, POSITION))).toBe(true);
  });

  it.each([
    { ...POSITION, submissionId: "" },
    { ...POSITION, submissionId: "가".repeat(683) },
    { ...POSITION, submissionId: 7 },
    { ...POSITION, submissionId: null },
    { ...POSITION, submissionTime: "1700000000" },
    { ...POSITION, submissionTime: 1e300 },
    { ...POSITION, submissionTime: 2 ** 53 },
    { ...POSITION, submissionTime: 1.5 },
    { ...POSITION, submissionTime: undefined },
  ])("is refused when its digest is right but no key is like it: case %#", async (position) => {
    const forged = await submissionCursor.write(LIST, position as never);
    expect(await isRefused(LIST, forged)).toBe(true);
  });

  it.each(["", "x", "null", "bnVsbA", "W10", "e30", "%", "가"])("is not %j", async (text) => {
    expect(await isRefused(LIST, text)).toBe(true);
  });
});
