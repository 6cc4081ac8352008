import { readFileSync } from "node:fs";
import { startExecutorWorld } from "../attacks/executor-world.js";

const world = await startExecutorWorld();
const innocent = "def solution(v):\n    return v";
const path = process.argv[2] ?? "";
const timeoutMs = Number(process.argv[3] ?? 1000);
await world.invoke({ code: innocent, input: 7, timeoutMs: 5000 });
const pid0 = world.environments().map((e) => e.pid);
const a = await world.invoke({ code: readFileSync(path, "utf8"), input: null, timeoutMs });
console.log("attack", Math.round(a.tookMs), a.functionError, a.text.slice(0, 1500));
console.log(
  "pids",
  pid0,
  world.environments().map((e) => e.pid),
);
for (let i = 0; i < 3; i++) {
  const b = await world.invoke({ code: innocent, input: 7, timeoutMs: 5000 });
  console.log(
    "innocent",
    Math.round(b.tookMs),
    b.functionError,
    b.text.slice(0, 300),
    world.environments().map((e) => e.pid),
  );
}
await world.close();
