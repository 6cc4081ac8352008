import { readFileSync } from "node:fs";

/** Why a case did not succeed; null is success. */
export type Reason = string | null;

/** What an answer to a program must be. */
export interface Expectation {
  /** The only reasons that are right. */
  reason: Reason | readonly Reason[];
  /** What the fault line must say. */
  says?: string;
  /** The exact return value, where the program may pass. */
  value?: unknown;
  /** A part that stdout must have; "" is an empty one. */
  stdout?: string;
  /** A part that stderr must have, before the fault line. */
  stderr?: string;
  signal?: string;
  timeout_ms?: number;
  input?: unknown;
  /** Whether it is a program, and its input a text on stdin. */
  io?: "stdio";
  /** The program reaches the executor itself: a lost environment is right too, a wrong answer is not. */
  may_end_environment?: boolean;
  /** To be run only where programs have a user of their own: it reaches every process of its user. */
  needs_own_user?: boolean;
}

/** One hostile program. */
export interface Program {
  title: string;
  code: string;
  expect: Expectation;
}

const HEAD = /^(?:#|\/\/): ?/;

/**
 * The programs of one file of `programs/`. A program begins with a line `#: title` (in JavaScript `//:`), then lines
 * `#: {…}` that hold its expectation as JSON; its code goes on to the next such head.
 * @throws Error that names a head without a title or with unreadable JSON.
 */
export function loadPrograms(name: string, ending = "py"): Program[] {
  const text = readFileSync(new URL(`programs/${name}.${ending}`, import.meta.url), "utf8");
  const programs: Program[] = [];
  let head: string[] = [];
  let body: string[] = [];
  const finish = () => {
    if (head.length > 0) programs.push(parse(head, body, name));
    head = [];
    body = [];
  };
  for (const line of text.split("\n")) {
    if (!HEAD.test(line)) body.push(line);
    else {
      if (body.length > 0) finish();
      head.push(line.replace(HEAD, ""));
    }
  }
  finish();
  return programs;
}

function parse([title, ...json]: string[], body: string[], name: string): Program {
  try {
    const expect = JSON.parse(json.join(" ")) as Expectation;
    if (!title || expect.reason === undefined) throw new Error("a title and a reason are needed");
    return { title, code: `${body.join("\n").trim()}\n`, expect };
  } catch (cause) {
    throw new Error(`programs/${name}: ${title}`, { cause });
  }
}
