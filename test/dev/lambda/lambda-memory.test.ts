import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { testLambda } from "./lambda-fixture.js";

const ANSWER_BYTES = 500_000;
const INVOCATIONS = 100;

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

function bufferBytes(): number {
  collectGarbage();
  return process.memoryUsage().arrayBuffers;
}

it("a warm environment keeps nothing of the answers that it gave", async () => {
  const { invoke } = await testLambda();
  const call = () => invoke({ do: "return", value: "x".repeat(ANSWER_BYTES) });
  await call();
  const before = bufferBytes();
  for (let count = 0; count < INVOCATIONS; count += 1) await call();
  await expect.poll(() => bufferBytes() - before).toBeLessThan((INVOCATIONS * ANSWER_BYTES) / 5);
});
