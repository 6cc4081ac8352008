import { output, results, type ScriptedLambda } from "./scripted-lambda.js";

/**
 * Lets the invocation that begins with the input 1 answer with that case alone, and the others when they
 * are let go. All take so long that each case has an invocation of its own.
 *
 * @returns what lets them go
 */
export function holdAfterFirst(lambda: ScriptedLambda): () => void {
  const held = Promise.withResolvers<void>();
  lambda.play(async ({ event }) => {
    if (event.inputs[0] !== 1) await held.promise;
    return results([output({ returnValue: event.inputs[0], executionTimeMs: 1000 })]);
  });
  return held.resolve;
}
