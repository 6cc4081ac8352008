import { type Invocation, output, type Reply, results } from "../support/aws/scripted-lambda.js";

/** How cases of one kind go, and what their verdict must be. */
export interface CaseKind {
  readonly status: string;
  readonly reason?: string;
  /** What the executor answers; the input is its return value unless it says otherwise. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

const FAULT = { isSuccessful: false, exitCode: 1, returnValue: null };

/** One of every kind, for case after case in turn. */
export const KINDS: readonly CaseKind[] = [
  { status: "ACCEPTED" },
  { status: "WRONG_ANSWER", fields: { returnValue: "wrong" } },
  { status: "RUNTIME_ERROR", reason: "EXCEPTION", fields: { ...FAULT, reason: "EXCEPTION" } },
  {
    status: "TIME_LIMIT_EXCEEDED",
    reason: "WALL_LIMIT",
    fields: { ...FAULT, reason: "WALL_LIMIT", timedOut: true },
  },
  { status: "ACCEPTED" },
  {
    status: "RUNTIME_ERROR",
    reason: "NO_ENTRY_FUNCTION",
    fields: { ...FAULT, reason: "NO_ENTRY_FUNCTION" },
  },
  { status: "INTERNAL_ERROR", reason: "EXECUTOR_ERROR", fields: { stdout: 5 } },
];

/** Plays the kinds in turn over the cases of a counting problem, each with these fields besides. */
export function playInTurn(
  kinds: readonly CaseKind[],
  fields: Readonly<Record<string, unknown>> = {},
): (invocation: Invocation) => Reply {
  return ({ event }) =>
    results(
      (event.inputs as number[]).map((input) =>
        output({ returnValue: input, ...fields, ...kinds[(input - 1) % kinds.length]?.fields }),
      ),
    );
}

/** What the results of so many cases must be, in order, as far as no output is concerned. */
export function expectedInTurn(kinds: readonly CaseKind[], cases: number) {
  return Array.from({ length: cases }, (_, index) => {
    const { status, reason } = kinds[index % kinds.length] as CaseKind;
    return { caseNumber: index + 1, status, reason };
  });
}

interface ShownCase {
  readonly caseNumber: number | string;
  readonly status: string;
  readonly reason?: string | undefined;
}

/** The same of actual results, whether they were answered or stored. */
export function outline(cases: readonly ShownCase[]) {
  return cases.map(({ caseNumber, status, reason }) => ({
    caseNumber: Number(caseNumber),
    status,
    reason,
  }));
}
