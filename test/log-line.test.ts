import { expect, it } from "vitest";
import { logLine } from "../api/log-line.js";

const NOW = Date.UTC(2026, 10, 29, 12, 30, 1, 7);

it.each([
  ["INFO", "request", { status: 200 }],
  ["INFO", "request", { status: 404 }],
  ["ERROR", "request", { status: 503 }],
  ["INFO", "submission.graded", { status: "ACCEPTED" }],
  ["WARN", "executor.died", { firstCase: 1 }],
  ["WARN", "problem.unusable", { problemId: "p" }],
])("a line says when, how grave (%s) and what happened: %s %j", (level, event, fields) => {
  expect(JSON.parse(logLine(NOW, event, fields))).toEqual({
    timestamp: "2026-11-29T12:30:01.007Z",
    level,
    event,
    ...fields,
  });
});
