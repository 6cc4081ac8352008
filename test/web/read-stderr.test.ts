import { describe, expect, it } from "vitest";
import { readStderr } from "../../web/results/read-stderr.js";

const FAULT = { error: 'ValueError: "값" \\ \n', traceback: 'File "solution.py"\n  값\n' };
const LINE = JSON.stringify(FAULT).replace('","', '", "').replaceAll('":"', '": "');

/** As the service cuts a stderr that is too long. */
const cutTo = (length: number) => `${LINE.slice(0, length)}...`;

describe("readStderr", () => {
  it("parts what the code printed from how it failed", () => {
    expect(readStderr(`one\ntwo\n${LINE}`)).toEqual({ printed: "one\ntwo\n", ...FAULT });
    expect(readStderr(`${LINE}\n`)).toEqual({ printed: "", ...FAULT });
  });

  it("takes what is no fault as printed", () => {
    for (const stderr of ["", "just a word", '{"error": 3}', '{"other": "x"}\nend']) {
      expect(readStderr(stderr)).toEqual({ printed: stderr, error: "", traceback: "" });
    }
  });

  it("reads as much as there is, wherever it was cut", () => {
    for (let length = '{"error": "'.length; length < LINE.length; length += 1) {
      const { printed, error, traceback } = readStderr(cutTo(length));
      const beginning = (text: string) => text.replace(/…?\.*"?$/, "");
      expect([length, printed]).toEqual([length, ""]);
      expect(FAULT.error.startsWith(beginning(error))).toBe(true);
      expect(FAULT.traceback.startsWith(beginning(traceback))).toBe(true);
    }
  });

  it("reads escapes, and leaves out one that was cut in half", () => {
    const line = '{"error": "E: \\uac00\\ud83d\\ude42", "traceback": "a\\nb\\u12...';
    expect(readStderr(line)).toMatchObject({ error: "E: 가🙂", traceback: "a\nb…" });
  });
});
