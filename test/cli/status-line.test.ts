import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { StatusLine } from "../../cli/status-line.js";
import type { Surroundings } from "../../cli/surroundings.js";

let written: string[];
let answer: (text: string) => void;
let line: StatusLine;

beforeEach(() => {
  vi.useFakeTimers();
  written = [];
  const around: Partial<Surroundings> = {
    out: (text) => void written.push(`out ${text}`),
    err: (text) => void written.push(`err ${text}`),
    overwrite: (text) => void written.push(text),
    ask: (question) => {
      written.push(question);
      return new Promise((resolve) => {
        answer = resolve;
      });
    },
  };
  line = new StatusLine(around as Surroundings);
});
afterEach(() => {
  line[Symbol.dispose]();
  vi.useRealTimers();
});

it("shows each second that a command works, though it tells nothing", () => {
  vi.advanceTimersByTime(2500);
  expect(written).toEqual(["[1 s] working", "[2 s] working"]);
});

it("makes room for what is said, and comes back behind it", () => {
  line.surroundings.overwrite?.("reading");
  line.surroundings.out("a\n");
  vi.advanceTimersByTime(1000);
  expect(written).toEqual(["[0 s] reading", "", "out a\n", "[1 s] reading"]);
});

it("shows the last of what is told within a moment, and so no more than it can be read", () => {
  for (const text of ["1 of 9", "2 of 9", "3 of 9"]) line.surroundings.overwrite?.(text);
  vi.advanceTimersByTime(100);
  expect(written).toEqual(["[0 s] 1 of 9", "[0 s] 3 of 9"]);
});

it("leaves half a line alone", () => {
  line.surroundings.err("Half");
  vi.advanceTimersByTime(5000);
  expect(written).toEqual(["err Half"]);
});

it("leaves a question alone until it is answered", async () => {
  const answered = line.surroundings.ask?.("Do this? ");
  vi.advanceTimersByTime(5000);
  expect(written).toEqual(["Do this? "]);
  answer("y");
  expect(await answered).toBe("y");
  vi.advanceTimersByTime(1000);
  expect(written.at(-1)).toBe("[6 s] working");
});

it("is gone at the end", () => {
  vi.advanceTimersByTime(1000);
  line[Symbol.dispose]();
  vi.advanceTimersByTime(5000);
  expect(written).toEqual(["[1 s] working", ""]);
});
