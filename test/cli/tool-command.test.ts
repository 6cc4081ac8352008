import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { toolCommand } from "../../cli/tool-command.js";

it.each([
  ["grader", "npm run grader -- problem list"],
  ["npx", "npx grader problem list"],
  ["test", "grader problem list"],
  [undefined, "grader problem list"],
])("names the tool as it was called: %s", (npm_lifecycle_event, command) => {
  expect(toolCommand({ npm_lifecycle_event }, "problem", "list")).toBe(command);
});

it.each(["two-sum", "Bad Name", "it's", '$HOME `id` "x"; ls', "두 배", ""])(
  "gives a shell one word: %j",
  (folder) => {
    const words = toolCommand({}, folder).replace(/^grader/, "printf '[%s]'");
    expect(execFileSync("sh", ["-c", words], { encoding: "utf8" })).toBe(`[${folder}]`);
  },
);
