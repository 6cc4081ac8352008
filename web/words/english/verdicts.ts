import { MEMORY_LIMIT_KB } from "../../results/memory-limit.js";
import { writtenMemory } from "../quantities.js";

export const verdicts = {
  status: {
    ACCEPTED: "Accepted",
    WRONG_ANSWER: "Wrong answer",
    TIME_LIMIT_EXCEEDED: "Time limit exceeded",
    RUNTIME_ERROR: "Runtime error",
    INTERNAL_ERROR: "Grading failed",
    RETURNED: "Returned a value",
  },
  reason: {
    EXCEPTION: "The code raised an exception.",
    COMPILE_ERROR: "The code has a syntax error.",
    NO_ENTRY_FUNCTION: "The function that would be called is not there.",
    NO_RESULT: "The program exited before it returned a value.",
    BAD_RETURN_VALUE: "The returned value cannot be written as JSON.",
    SIGNAL: "The process was ended by a signal.",
    MEMORY_LIMIT: `It needed more than ${writtenMemory(MEMORY_LIMIT_KB)} of memory.`,
    OUTPUT_LIMIT: "It printed more than 16 MB.",
    CPU_LIMIT: "It used up its processor time.",
    WALL_LIMIT: "It did not finish within the time limit.",
    NOT_RUN: "It was not run: ten other cases had exceeded the time limit already.",
    CHECKER_ERROR: "The problem's own checker failed; please tell its author.",
    EXECUTOR_ERROR: "The executor failed; your code is not to blame.",
    DEADLINE: "Grading ran out of time before this case.",
  },
};
