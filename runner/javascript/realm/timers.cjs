// Timers, immediates, ticks and microtasks: queues that the runner goes through while the case lasts.
(function timers(kit) {
  "use strict";

  const { own, ask } = kit;
  const LONGEST_MS = 2 ** 31 - 1;
  let waiting = [];
  let immediates = [];
  let ticks = [];
  let count = 0;

  class Timeout {
    #entry;
    constructor(entry) {
      this.#entry = entry;
    }
    static entryOf(timer) {
      return typeof timer === "object" && timer !== null && #entry in timer
        ? timer.#entry
        : undefined;
    }
    ref() {
      this.#entry.isRef = true;
      return this;
    }
    unref() {
      this.#entry.isRef = false;
      return this;
    }
    hasRef() {
      return this.#entry.isRef;
    }
    refresh() {
      if (this.#entry.isLive) this.#entry.at = ask("now") + this.#entry.delay;
      return this;
    }
    close() {
      clear(this);
      return this;
    }
    [Symbol.toPrimitive]() {
      return this.#entry.id;
    }
    [Symbol.dispose]() {
      clear(this);
    }
  }
  const { entryOf } = Timeout;
  delete Timeout.entryOf;

  function add(callback, after, args, repeats) {
    if (typeof callback !== "function") {
      throw new own.TypeError('The "callback" argument must be of type function.');
    }
    const ms = +after;
    const delay = ms >= 1 && ms <= LONGEST_MS ? ms : 1;
    count += 1;
    const entry = { callback, args, delay, repeats, id: count, isLive: true, isRef: true };
    entry.at = ask("now") + delay;
    own.push(waiting, entry);
    entry.timer = new Timeout(entry);
    return entry.timer;
  }

  function clear(timer) {
    let entry = entryOf(timer);
    for (let at = 0; entry === undefined && at < waiting.length; at += 1) {
      // Node takes the number of a timer as well.
      if (waiting[at].id === +timer) entry = waiting[at];
    }
    if (entry === undefined) return;
    entry.isLive = false;
    const left = [];
    for (let at = 0; at < waiting.length; at += 1)
      if (waiting[at] !== entry) own.push(left, waiting[at]);
    waiting = left;
  }

  function soonest() {
    let found;
    for (let at = 0; at < waiting.length; at += 1) {
      const entry = waiting[at];
      if (found === undefined || entry.at < found.at) found = entry;
    }
    return found;
  }

  const hasWork = () => {
    for (let at = 0; at < waiting.length; at += 1) if (waiting[at].isRef) return true;
    return false;
  };

  kit.setTimeout = (callback, after, ...args) => add(callback, after, args, false);
  kit.setInterval = (callback, after, ...args) => add(callback, after, args, true);
  kit.clearTimeout = clear;
  kit.setImmediate = (callback, ...args) => {
    if (typeof callback !== "function") {
      throw new own.TypeError('The "callback" argument must be of type function.');
    }
    const entry = { callback, args, isLive: true, isRef: true, delay: 0 };
    own.push(immediates, entry);
    return new Timeout(entry);
  };
  kit.clearImmediate = (immediate) => {
    const entry = entryOf(immediate);
    if (entry !== undefined) entry.isLive = false;
  };
  kit.nextTick = (callback, ...args) => {
    if (typeof callback !== "function") {
      throw new own.TypeError('The "callback" argument must be of type function.');
    }
    own.push(ticks, { callback, args });
  };
  kit.queueMicrotask = (callback) => {
    if (typeof callback !== "function") {
      throw new own.TypeError('The "callback" argument must be of type function.');
    }
    own.whenSettled(settled, () => kit.attempt(callback, []));
  };
  const settled = own.apply(own.Promise.resolve, own.Promise, []);

  /** Runs what `process.nextTick` was given; whether there was anything. */
  kit.runTicks = () => {
    if (ticks.length === 0) return false;
    const now = ticks;
    ticks = [];
    for (let at = 0; at < now.length && !kit.isOver(); at += 1)
      kit.attempt(now[at].callback, now[at].args);
    return true;
  };

  /** Runs the next callback that is due, if there is one: what it leaves in the queues comes before another. */
  kit.runDueTimers = () => {
    while (immediates.length > 0) {
      const next = immediates[0];
      const left = [];
      for (let at = 1; at < immediates.length; at += 1) own.push(left, immediates[at]);
      immediates = left;
      if (!next.isLive) continue;
      kit.attempt(next.callback, next.args);
      return true;
    }
    const entry = soonest();
    if (entry === undefined || entry.at > ask("now")) return false;
    if (entry.repeats) entry.at = ask("now") + entry.delay;
    else clear(entry.timer);
    kit.attempt(entry.callback, entry.args);
    return true;
  };

  /** Milliseconds until the next is due; -1 where the program has nothing to wait for. */
  kit.nextTimerMs = () => {
    if (immediates.length > 0) return 0;
    if (!hasWork()) return -1;
    const left = soonest().at - ask("now");
    return left > 0 ? left : 0;
  };
});
