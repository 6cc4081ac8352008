// The modules `timers` and `timers/promises`.
(function sleepingIn(kit) {
  "use strict";

  const { own, promisified } = kit;

  const sleeping = (start, stop) => (first, value, options) =>
    new own.Promise((resolve, reject) => {
      const signal = options?.signal;
      const abort = () => kit.web().abortError(undefined, signal.reason);
      if (signal?.aborted) {
        reject(abort());
        return;
      }
      const timer = start(() => resolve(value), first);
      signal?.addEventListener("abort", () => {
        stop(timer);
        reject(abort());
      });
    });
  const sleep = sleeping(kit.setTimeout, kit.clearTimeout);
  const turn = (value, options) =>
    sleeping(kit.setImmediate, kit.clearImmediate)(undefined, value, options);
  async function* every(ms, value, options) {
    for (;;) yield await sleep(ms, value, options);
  }
  for (const [act, promised] of [
    [kit.setTimeout, sleep],
    [kit.setImmediate, turn],
  ])
    own.defineProperty(act, promisified, { value: promised, configurable: true });
  kit.timersPromises = {
    setTimeout: sleep,
    setImmediate: turn,
    setInterval: every,
    scheduler: { wait: (ms, options) => sleep(ms, undefined, options), yield: () => turn() },
  };
  kit.makeTimers = () => ({
    setTimeout: kit.setTimeout,
    clearTimeout: kit.clearTimeout,
    setInterval: kit.setInterval,
    clearInterval: kit.clearTimeout,
    setImmediate: kit.setImmediate,
    clearImmediate: kit.clearImmediate,
    promises: kit.timersPromises,
  });
});
