import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { writeCsv } from "../../api/domain/csv.js";

/** What a reader that is not ours makes of a file. */
function readByPython(csv: string): readonly (readonly string[])[] {
  const program =
    "import csv, io, json, sys\n" +
    "text = sys.stdin.buffer.read().decode('utf-8-sig')\n" +
    "print(json.dumps(list(csv.reader(io.StringIO(text, newline='')))))\n";
  return JSON.parse(execFileSync("python3", ["-c", program], { input: csv, encoding: "utf8" }));
}

const withoutMarks = (texts: readonly string[]) => texts.map((text) => text.replaceAll("'", ""));

describe("a CSV file", () => {
  it("begins with the mark of UTF-8 and ends every row with CRLF", () => {
    expect(
      writeCsv([
        ["이름", "점수"],
        ["서연", 100],
      ]),
    ).toBe("\uFEFF이름,점수\r\n서연,100\r\n");
  });

  it("is read by others as it was written, whatever stands in it", () => {
    const texts = [
      'say "hi"',
      "a,b",
      "a;b",
      "two\nlines",
      "two\r\nlines",
      " blanks ",
      "'",
      "",
      "😀",
    ];
    expect(readByPython(writeCsv([texts, ["next", ...texts]]))).toEqual([
      texts,
      ["next", ...texts],
    ]);
  });

  it("leaves numbers as they are and cells without a value empty", () => {
    expect(writeCsv([[-1, 0.5, null, 1e21]])).toBe("\uFEFF-1,0.5,,1e+21\r\n");
  });

  it("holds no formula, whatever a student is called", () => {
    const names = [
      ...[
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\tx",
        "\rx",
        "\nx",
        "  =1",
        '"=1',
        "'=1",
      ],
      ...["＝1+1", "＋1", "－1", "＠x", '=HYPERLINK("https://elsewhere.example","press")'],
    ];
    const cells = readByPython(writeCsv([names])).flat();
    expect(cells.filter((cell) => !cell.startsWith("'"))).toEqual([]);
    expect(withoutMarks(cells)).toEqual(withoutMarks(names));
  });

  it("holds none either where cells are separated by something else", () => {
    const names = ["a;=1+1", "a;\t=1", 'a;"=1', "a\t=1", "a\n=1", "a\r\n@x"];
    const cells = readByPython(writeCsv([names])).flat();
    const parts = cells.flatMap((cell) => cell.split(/[;\t\r\n]/));
    expect(parts.filter((part) => /^[\s"]*[=+\-@]/.test(part))).toEqual([]);
    expect(withoutMarks(cells)).toEqual(names);
  });

  it.each(["a-b", "1 + 1 = 2", "me@school.example", "두 수의 합 - 1부"])(
    "leaves the ordinary text %j alone",
    (text) => {
      expect(writeCsv([[text]])).toBe(`\uFEFF${text}\r\n`);
    },
  );
});
