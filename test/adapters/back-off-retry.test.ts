import { expect, it } from "vitest";
import { backOffRetry } from "../../api/adapters/back-off-retry.js";
import { VisibleError } from "../../api/domain/errors.js";

const named = (name: string) => Object.assign(new Error(name), { name });
const unavailable = (cause: Error) => new VisibleError("StorageUnavailable", "Not now.", { cause });

function failing(...failures: Error[]) {
  const state = { attempts: 0, left: failures };
  return {
    state,
    async attempt() {
      state.attempts += 1;
      const failure = state.left.shift();
      if (failure !== undefined) throw failure;
      return "done";
    },
  };
}

it.each([
  ["executors are busy", new VisibleError("ExecutorBusy", "Busy.")],
  ["a table is throttled", unavailable(named("ThrottlingException"))],
  ["a call ended after its time", unavailable(named("TimeoutError"))],
  ["AWS itself failed", Object.assign(new Error(), { $metadata: { httpStatusCode: 500 } })],
])("tries again after a pause where %s, and tells of it", async (_, failure) => {
  const paused: Error[] = [];
  const { signal } = new AbortController();
  const retry = backOffRetry({ signal, onPause: (error) => paused.push(error) });
  expect(await retry(failing(failure).attempt)).toBe("done");
  expect(paused).toEqual([failure]);
});

it.each([
  ["credentials are refused", unavailable(named("AccessDeniedException"))],
  ["there is no such problem", new VisibleError("ProblemNotFound", "No.")],
  ["it is a fault of our own", new RangeError("ours")],
])("gives up at once where %s", async (_, failure) => {
  const { signal } = new AbortController();
  const retry = backOffRetry({ signal, onPause: () => {} });
  const { state, attempt } = failing(failure);
  await expect(retry(attempt)).rejects.toBe(failure);
  expect(state.attempts).toBe(1);
});

it("ends in a pause when it is told to", async () => {
  const controller = new AbortController();
  const reason = new Error("stop");
  const retry = backOffRetry({
    signal: controller.signal,
    onPause: () => setImmediate(() => controller.abort(reason)),
  });
  const busy = () => Promise.reject(new VisibleError("ExecutorBusy", "Busy."));
  await expect(retry(busy)).rejects.toBe(reason);
});
