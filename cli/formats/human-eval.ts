import { DEFAULT_CALLING, isEntryFunction } from "../../api/domain/entry.js";
import { elementTexts, isObject, toJsonText } from "../../api/domain/json.js";
import type { LocalJudge } from "../local-judge.js";
import { resultOf, runInputs } from "../run-inputs.js";
import { ImportRefused } from "./import-refused.js";
import type { ImportedCase, ImportedProblem } from "./imported-problem.js";

const TIME_LIMIT_MS = 10_000;

/** A line of such a file, once it is known what its members are. */
interface Task {
  readonly id: string;
  readonly entryFunction: string;
  readonly prompt: string;
  readonly statement: string;
  readonly solution: string;
  /** Python that defines `check(candidate)`. */
  readonly test: string;
}

/**
 * Problems as lines of JSON, as HumanEval has them (`prompt`, `entry_point`, `canonical_solution`, `test`)
 * or MBPP (`text`, `code`, `test_list`). Their tests are Python that asserts: it runs in the executor's jail
 * with the model solution, and each call that it makes becomes a case.
 */
export async function readHumanEval(
  text: string,
  name: string,
  judge: LocalJudge,
  signal: AbortSignal,
  onStep: (step: string) => void,
): Promise<ImportedProblem[]> {
  const problems: ImportedProblem[] = [];
  const lines = text.trimEnd().split("\n");
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    onStep(`running the tests of line ${index + 1} of ${lines.length}`);
    const task = readTask(line, `${name}: line ${index + 1}`);
    problems.push(await readProblem(task, judge, signal));
  }
  if (problems.length === 0) throw new ImportRefused(name, "has no problems.");
  return problems;
}

function readTask(line: string, where: string): Task {
  const task = parse(line, where);
  const text = (member: string) => {
    const value = task[member];
    return typeof value === "string" ? value : "";
  };
  const isMbpp = Array.isArray(task.test_list);
  const entryFunction = isMbpp
    ? functionIn(text("code"), String(task.test_list))
    : text("entry_point");
  if (!isEntryFunction(entryFunction)) {
    throw new ImportRefused(where, "has neither entry_point and test, nor code and test_list.");
  }
  const common = { id: String(task.task_id ?? entryFunction), entryFunction };
  if (!isMbpp) {
    const prompt = text("prompt");
    const statement = `\`\`\`python\n${prompt.trim()}\n\`\`\`\n`;
    const solution = prompt + text("canonical_solution");
    return { ...common, prompt, statement, solution, test: text("test") };
  }
  const asserts = (task.test_list as unknown[]).map((one) => `    ${String(one)}\n`).join("");
  const before = [task.test_imports, task.test_setup_code].flat().filter(Boolean);
  return {
    ...common,
    prompt: `def ${entryFunction}(`,
    statement: `${text("text") || text("prompt")}\n`,
    solution: text("code"),
    test: `${before.map((one) => `${String(one)}\n`).join("")}def check(candidate):\n    ${entryFunction} = candidate\n${asserts}`,
  };
}

function parse(line: string, where: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new ImportRefused(where, "is no JSON; each problem is a line of its own.", { cause });
  }
  return isObject(value) ? value : {};
}

/** The function that is defined and that the tests call. */
function functionIn(code: string, tests: string): string {
  const names = [...code.matchAll(/^def\s+(\w+)\s*\(/gm)].map(([, name = ""]) => name);
  return names.find((name) => new RegExp(`\\b${name}\\s*\\(`).test(tests)) ?? "";
}

async function readProblem(
  task: Task,
  judge: LocalJudge,
  signal: AbortSignal,
): Promise<ImportedProblem> {
  const { id, entryFunction, prompt, statement, solution } = task;
  const cases = await recordCases(task, judge, signal);
  const isFloat = cases.some(({ expected_output }) => /\d\.\d|\d[eE]/.test(expected_output));
  return {
    name: id,
    settings: {
      title: entryFunction.replaceAll("_", " "),
      entryFunction,
      argumentStyle: "positional",
      ...(isFloat && { judgeType: "float_eps" }),
      timeLimitSeconds: 2,
    },
    files: new Map([
      ["statement.md", statement],
      [
        "starter.py",
        prompt.endsWith("(") ? `${signatureIn(solution, entryFunction)}\n    pass\n` : prompt,
      ],
      ["solutions/accepted/canonical.py", solution],
    ]),
    cases,
    notes: [
      `Its ${cases.length} cases are the calls of its tests, answered by the model solution.`,
    ],
  };
}

const signatureIn = (code: string, name: string) =>
  new RegExp(`^def\\s+${name}\\s*\\(.*$`, "m").exec(code)?.[0].trimEnd() ??
  `def ${name}(*arguments):`;

async function recordCases(
  { id, entryFunction, solution, test }: Task,
  judge: LocalJudge,
  signal: AbortSignal,
): Promise<ImportedCase[]> {
  const job = {
    code: `${solution}\n\n${test}\n${recorder(entryFunction)}`,
    language: "python3.12",
    timeLimitMs: TIME_LIMIT_MS,
    calling: { ...DEFAULT_CALLING, entryFunction: "__record__" },
    inputs: [toJsonText(null)],
  } as const;
  const [outcome] = await runInputs(judge, job, signal);
  const result = resultOf(outcome);
  if ("fault" in result) {
    throw new ImportRefused(id, `its tests cannot be carried over (${result.fault}).`);
  }
  const cases = elementTexts(result.value).map((call) => {
    const [input = toJsonText([]), expected_output = toJsonText(null)] = elementTexts(call);
    return { input, expected_output };
  });
  if (cases.length === 0) throw new ImportRefused(id, "its tests call nothing.");
  return cases;
}

const recorder = (entryFunction: string) => `
def __record__(_):
    import copy
    calls = []
    def candidate(*given, **named):
        if named:
            raise TypeError("a test names its arguments")
        before = copy.deepcopy(list(given))
        result = ${entryFunction}(*given)
        calls.append([before, copy.deepcopy(result)])
        return result
    check(candidate)
    return calls
`;
