// Timers, immediates, ticks and microtasks: queues that the runner goes through while the case lasts.
(function timers(kit) {
  "use strict";

  const { own, ask } = kit;
  const LONGEST_MS = 2 ** 31 - 1;
  const waiting = [];
  let immediates = [];
  let due = [];
  let done = 0;
  let ticks = [];
  let count = 0;
  let isInTimers = false;
  // As Node's clock of timers, which knows whole milliseconds.
  const now = () => Math.floor(ask("now"));

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
      if (this.#entry.isLive) again(this.#entry);
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
  class Immediate extends Timeout {}

  function demandFunction(callback) {
    if (typeof callback !== "function")
      throw own.wrongType("callback", "of type function", callback);
  }

  function add(callback, after, args, repeats) {
    demandFunction(callback);
    const ms = +after;
    const delay = ms >= 1 && ms <= LONGEST_MS ? Math.trunc(ms) : 1;
    count += 1;
    const at = now() + delay;
    const entry = { callback, args, at, delay, repeats, id: count, isLive: true, isRef: true };
    enqueue(entry);
    entry.timer = new Timeout(entry);
    return entry.timer;
  }

  /** Keeps them in the order in which they are due. */
  function enqueue(entry) {
    let low = 0;
    let high = waiting.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (waiting[middle].at <= entry.at) low = middle + 1;
      else high = middle;
    }
    own.splice(waiting, low, 0, entry);
  }

  function entryFor(timer) {
    const entry = entryOf(timer);
    if (entry !== undefined || typeof timer === "object") return entry;
    // Node takes the number of a timer as well.
    return own.find(waiting, ({ id }) => id === +timer);
  }

  function clear(timer) {
    const entry = entryFor(timer);
    if (entry !== undefined) entry.isLive = false;
  }

  /** The next that is due, without those that were cleared. */
  function soonest() {
    while (waiting.length > 0 && !waiting[0].isLive) own.shift(waiting);
    return waiting.length > 0 ? waiting[0] : undefined;
  }

  const hasWork = () => own.find(waiting, ({ isLive, isRef }) => isLive && isRef) !== undefined;

  kit.setTimeout = (callback, after, ...args) => add(callback, after, args, false);
  kit.setInterval = (callback, after, ...args) => add(callback, after, args, true);
  kit.clearTimeout = clear;
  kit.setImmediate = (callback, ...args) => {
    demandFunction(callback);
    const entry = { callback, args, isLive: true, isRef: true, delay: 0 };
    own.push(immediates, entry);
    entry.timer = new Immediate(entry);
    return entry.timer;
  };
  kit.clearImmediate = (immediate) => {
    const entry = entryOf(immediate);
    if (entry !== undefined) entry.isLive = false;
  };
  kit.nextTick = (callback, ...args) => {
    demandFunction(callback);
    own.push(ticks, { callback, args });
  };
  kit.queueMicrotask = (callback) => {
    demandFunction(callback);
    own.whenSettled(settled, () => kit.attempt(callback, [], undefined));
  };
  const settled = own.apply(own.resolve, own.Promise, []);

  kit.hasTicks = () => ticks.length > 0;
  /** Runs what `process.nextTick` was given. */
  kit.runTicks = () => {
    // Those that they leave come before any promise.
    for (let at = 0; at < ticks.length && !kit.isOver(); at += 1)
      kit.attempt(ticks[at].callback, ticks[at].args, undefined);
    ticks = [];
  };

  function again(entry) {
    own.splice(waiting, own.indexIn(waiting, entry), 1);
    entry.at = now() + entry.delay;
    enqueue(entry);
  }

  function nextImmediate() {
    while (done < due.length) {
      const next = due[done];
      done += 1;
      if (next.isLive) return next;
    }
    return undefined;
  }

  function nextTimer() {
    const entry = soonest();
    if (entry === undefined || entry.at > now()) return undefined;
    if (!entry.repeats) clear(entry.timer);
    return entry;
  }

  /** The next callback of this turn: of all timers that are due, then of the immediates that there are. */
  function next() {
    if (isInTimers) {
      const timer = nextTimer();
      if (timer !== undefined) return timer;
      isInTimers = false;
      due = immediates;
      immediates = [];
      done = 0;
    }
    return nextImmediate();
  }

  /** Runs the next callback that is due, if there is one: what it leaves in the queues comes before another. */
  kit.runDueTimers = () => {
    let entry = next();
    if (entry === undefined) {
      isInTimers = true;
      entry = next();
    }
    if (entry === undefined) return false;
    kit.attempt(entry.callback, entry.args, entry.timer);
    if (entry.repeats && entry.isLive) again(entry);
    return true;
  };

  /** Milliseconds until the next is due; -1 where the program has nothing to wait for. */
  kit.nextTimerMs = () => {
    if (done < due.length || immediates.length > 0) return 0;
    if (!hasWork()) return -1;
    const left = soonest().at - now();
    return left > 0 ? left : 0;
  };
});
