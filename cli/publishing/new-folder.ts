const DOUBLE_STATEMENT = `Return twice the number \`n\`.

## Examples

Input

\`\`\`json
2
\`\`\`

Output

\`\`\`json
4
\`\`\`
`;

const SUM_STATEMENT = `The input has two whole numbers. Write their sum.

## Examples

Input

\`\`\`text
1 2
\`\`\`

Output

\`\`\`text
3
\`\`\`
`;

const settings = (title: string, more = "") => `title: ${title}
# title_translated: 한국어 제목 (with statement.ko.md)
difficulty: easy
tags: [numbers]
timeLimitSeconds: 2
${more}# What else there is: languages, entryFunction, argumentStyle, judgeType, epsilon, groups, caseVisibility, listed.
`;

/** A problem that passes its check, to be made into another one: a function, or a program. */
export function newFolder(isProgram: boolean): Map<string, string> {
  return new Map(isProgram ? PROGRAM : FUNCTION);
}

const FUNCTION: readonly [string, string][] = [
  ["problem.yaml", settings("Double")],
  ["statement.md", DOUBLE_STATEMENT],
  ["starter.py", "def solution(n):\n    return n\n"],
  [
    "cases.json",
    `[
  { "input": 2, "expected_output": 4, "visibility": "sample" },
  { "input": 0, "expected_output": 0 },
  { "input": -7, "expected_output": -14 },
  { "input": 1.5, "expected_output": 3.0 }
]
`,
  ],
  ["solutions/accepted/double.py", "def solution(n):\n    return 2 * n\n"],
  ["solutions/wrong/square.py", "def solution(n):\n    return n * n\n"],
];

const PROGRAM: readonly [string, string][] = [
  ["problem.yaml", settings("Sum", "io: stdio\n")],
  ["statement.md", SUM_STATEMENT],
  ["starter.py", "a, b = map(int, input().split())\n"],
  ["cases/sample/1.in", "1 2\n"],
  ["cases/sample/1.ans", "3\n"],
  ["cases/1.in", "-5 5\n"],
  ["cases/1.ans", "0\n"],
  ["cases/2.in", "99999999999999999999 1\n"],
  ["cases/2.ans", "100000000000000000000\n"],
  ["solutions/accepted/sum.py", "a, b = map(int, input().split())\nprint(a + b)\n"],
  ["solutions/wrong/float.py", "a, b = map(float, input().split())\nprint(int(a + b) - 1)\n"],
];
