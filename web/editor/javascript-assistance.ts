import { scopeCompletionSource } from "@codemirror/lang-javascript";
import type { Extension } from "@codemirror/state";
import { assistance } from "./assistance.js";
import { membersOf, wordsOf } from "./word-list.js";

const KEYWORDS = `async await break case catch class const continue default delete do else export extends false
  finally for function if import in instanceof let new null of return static super switch this throw true try
  typeof undefined var void while yield`;

/** What a solution finds where it runs, all of which this browser has, too. */
const GLOBALS = `Array BigInt Boolean Date Error Infinity JSON Map Math NaN Number Object Promise RangeError
  RegExp Set String Symbol TypeError Uint8Array Int32Array Float64Array WeakMap WeakSet console isFinite isNaN
  parseFloat parseInt queueMicrotask setTimeout structuredClone`;

/** A scope without a prototype, so that nothing of this page is offered. */
const scope = Object.assign(
  Object.create(null) as Record<string, unknown>,
  Object.fromEntries(
    GLOBALS.split(/\s+/).map((name) => [name, (globalThis as Record<string, unknown>)[name]]),
  ),
);

const METHODS = [Array, String, Map, Set, Number, RegExp, Promise].flatMap(({ prototype }) =>
  Object.getOwnPropertyNames(prototype).filter((name) => !/^(?:__|constructor$)/.test(name)),
);

export function javascriptAssistance(): Extension {
  return assistance([
    wordsOf(`${KEYWORDS} require`, "keyword"),
    scopeCompletionSource(scope),
    membersOf([...new Set(METHODS)]),
  ]);
}
