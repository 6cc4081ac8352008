"use strict";

/**
 * Freezes the builtins of the runner's own realm and all that can be reached from them, so that whoever gets out of
 * a case's realm can change nothing there. Node's own `--frozen-intrinsics` does so with an accessor for every
 * member, by which V8 takes the short ways from all realms: `[...list]` is ten times as slow then.
 */

const { inspect } = require("node:util");
const { constants, createContext, Script } = require("node:vm");

const { defineProperty, freeze, getOwnPropertyDescriptor, getPrototypeOf } = Object;
const { ownKeys } = Reflect;

const ERRORS = [EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError];
// What others that inherit it set for themselves.
const SET = [
  [Object.prototype, ["constructor", "hasOwnProperty", "toLocaleString", "toString", "valueOf"]],
  [Function.prototype, ["constructor", "toString"]],
  [Error.prototype, ["constructor", "message", "name", "toString"]],
  ...ERRORS.map(({ prototype }) => [prototype, ["constructor", "message", "name"]]),
];

function freezeBuiltins() {
  const names = new Script("Reflect.ownKeys(globalThis)").runInContext(
    createContext(constants.DONT_CONTEXTIFY),
  );
  // What Node has put in its place keeps state.
  const builtins = [...names].filter((name) => name !== "globalThis" && name !== "console");
  for (const [prototype, members] of SET) letOthersSet(prototype, members);
  // What Node's own faults are told with, to which it lends itself.
  const shown = [inspect, inspect.defaultOptions];
  freezeAll([...builtins.map((name) => globalThis[name]), ...nameless(), ...shown]);
  for (const name of builtins)
    defineProperty(globalThis, name, { writable: false, configurable: false });
}

/** Of what only the language itself makes: what it inherits from. */
function nameless() {
  const made = [[].values(), new Map().keys(), new Set().keys(), ""[Symbol.iterator]()];
  made.push("".matchAll(/./g), [].values().map(String), Iterator.from({ next: String }));
  made.push(
    function* () {},
    async () => {},
    async function* () {},
  );
  return made.map((one) => getPrototypeOf(one));
}

/** A member that is frozen could not be set where it is inherited either, which Node does. */
function letOthersSet(prototype, names) {
  for (const name of names) {
    const { value, enumerable } = getOwnPropertyDescriptor(prototype, name);
    const accessor = {
      get() {
        return value;
      },
      set(own) {
        if (this === prototype) throw new TypeError("The builtins are frozen.");
        const member = { value: own, writable: true, enumerable: true, configurable: true };
        defineProperty(this, name, member);
      },
    };
    defineProperty(prototype, name, { ...accessor, enumerable });
  }
}

function freezeAll(roots) {
  const found = new Set(roots);
  for (const one of found) {
    if (typeof one !== "function" && (typeof one !== "object" || one === null)) continue;
    found.add(getPrototypeOf(one));
    for (const key of ownKeys(one)) {
      const { value, get, set } = getOwnPropertyDescriptor(one, key);
      found.add(value).add(get).add(set);
    }
    freeze(one);
  }
}

module.exports = { freezeBuiltins };
