// Node's assert.
(function assertions(kit) {
  "use strict";

  const { own, isEqual, isLooselySame, compared } = kit;
  const shown = (value) => kit.inspect(value);

  kit.makeAssert = function makeAssert() {
    class AssertionError extends Error {
      constructor({
        message,
        actual,
        expected,
        operator,
        generatedMessage = message === undefined,
      }) {
        super(message ?? `${shown(actual)} ${operator} ${shown(expected)}`);
        own.defineProperty(this, "name", {
          value: "AssertionError [ERR_ASSERTION]",
          configurable: true,
        });
        void this.stack;
        own.defineProperty(this, "name", {
          value: "AssertionError",
          writable: true,
          configurable: true,
        });
        Object.assign(this, {
          generatedMessage,
          code: "ERR_ASSERTION",
          actual,
          expected,
          operator,
          diff: "simple",
        });
      }
    }
    const fail = (message, otherwise, details = {}, added = "") => {
      if (own.isError(message)) throw message;
      const isGenerated = message === undefined;
      throw new AssertionError({
        message: isGenerated ? otherwise : `${message}${added}`,
        generatedMessage: isGenerated,
        ...details,
      });
    };

    const assert = function ok(value, message) {
      if (!value)
        fail(message, "The expression evaluated to a falsy value", {
          actual: value,
          expected: true,
          operator: "==",
        });
    };
    const defineComparison = (operator, test, words, added) => {
      const { compare } = {
        compare(actual, expected, message) {
          if (test(actual, expected)) return;
          const details = { actual, expected, operator };
          fail(message, words(actual, expected), details, added?.(actual, expected));
        },
      };
      return compare;
    };
    const both = (word) => (one, other) => `${shown(one)} ${word} ${shown(other)}`;
    const strictly = (how) => (one, other) =>
      `Expected values to be strictly ${how}:${compared(one, other)}`;
    const loosely = (one, other) =>
      `Expected values to be loosely deep-equal:\n\n${shown(one)}\n\nshould loosely deep-equal\n\n${shown(other)}`;
    const unlike = (how) => (one) => `Expected "actual" ${how}: ${shown(one)}`;
    const deep = (one, other) => isEqual(one, other, true);
    const looselyDeep = (one, other) => isEqual(one, other, false);
    const not = (test) => (one, other) => !test(one, other);
    const isPart = (one, other) =>
      deep(one, other) ||
      (typeof one === "object" &&
        typeof other === "object" &&
        one !== null &&
        other !== null &&
        own.keys(other).every((name) => isPart(one[name], other[name])));
    const strict = {
      equal: defineComparison("strictEqual", Object.is, strictly("equal"), compared),
      notEqual: defineComparison(
        "notStrictEqual",
        not(Object.is),
        unlike("to be strictly unequal to"),
      ),
      deepEqual: defineComparison("deepStrictEqual", deep, strictly("deep-equal"), compared),
      notDeepEqual: defineComparison(
        "notDeepStrictEqual",
        not(deep),
        unlike("not to be strictly deep-equal to"),
      ),
    };
    const members = {
      ok: assert,
      equal: defineComparison("==", isLooselySame, both("==")),
      notEqual: defineComparison("!=", not(isLooselySame), both("!=")),
      deepEqual: defineComparison("deepEqual", looselyDeep, loosely),
      notDeepEqual: defineComparison(
        "notDeepEqual",
        not(looselyDeep),
        unlike("not to be loosely deep-equal to"),
      ),
      strictEqual: strict.equal,
      notStrictEqual: strict.notEqual,
      deepStrictEqual: strict.deepEqual,
      notDeepStrictEqual: strict.notDeepEqual,
      partialDeepStrictEqual: defineComparison("partialDeepStrictEqual", isPart, strictly("equal")),
      fail: (message) => fail(message, "Failed", { operator: "fail" }),
      ifError: (value) => {
        if (value === null || value === undefined) return;
        fail(undefined, `ifError got unwanted exception: ${value.message ?? shown(value)}`, {
          actual: value,
          expected: null,
          operator: "ifError",
        });
      },
      match: (text, pattern, message) => {
        if (!pattern.test(text))
          fail(
            message,
            `The input did not match the regular expression ${pattern}. Input:\n\n${shown(text)}\n`,
            { actual: text, expected: pattern, operator: "match" },
          );
      },
      doesNotMatch: (text, pattern, message) => {
        if (pattern.test(text))
          fail(
            message,
            `The input was expected to not match the regular expression ${pattern}. Input:\n\n${shown(text)}\n`,
            { actual: text, expected: pattern, operator: "doesNotMatch" },
          );
      },
      ...throwing(fail),
      AssertionError,
    };
    Object.assign(assert, members);
    assert.strict = Object.assign((value, message) => assert(value, message), members, strict);
    assert.strict.strict = assert.strict;
    return assert;
  };

  /** Whether what was thrown is what is expected; throws it where that is told by a kind and it is another. */
  function isExpected(thrown, expected) {
    if (expected === undefined || typeof expected === "string") return true;
    if (expected instanceof RegExp) return expected.test(`${thrown}`);
    if (typeof expected === "object")
      return own
        .keys(expected)
        .every((name) =>
          expected[name] instanceof RegExp
            ? expected[name].test(thrown[name])
            : isEqual(thrown[name], expected[name], true),
        );
    const isKind = expected === Error || expected.prototype instanceof Error;
    return isKind ? thrown instanceof expected : expected(thrown) === true;
  }

  function throwing(fail) {
    const ended = (told) => (told ? `: ${told}` : ".");
    const missing = (details, message) => {
      const kind = details.operator === "throws" ? "exception" : "rejection";
      const words = `Missing expected ${kind}${ended(message)}`;
      fail(undefined, words, { ...details, generatedMessage: false });
    };
    const check = (operator, thrown, expected, message) => {
      const details = { actual: thrown?.error, expected, operator };
      if (thrown === undefined) missing(details, typeof expected === "string" ? expected : message);
      if (isExpected(thrown.error, expected)) return;
      if (typeof expected === "function") throw thrown.error;
      fail(message, `The error is not what was expected:\n\n${shown(thrown.error)}\n`, details);
    };
    const unwanted = (kind, error, message) =>
      fail(
        undefined,
        `Got unwanted ${kind}${ended(message)}\nActual message: "${error?.message}"`,
        { actual: error, operator: kind === "exception" ? "doesNotThrow" : "doesNotReject" },
      );
    const caught = (act) => {
      try {
        act();
      } catch (error) {
        return { error };
      }
      return undefined;
    };
    const rejected = async (act) => {
      try {
        await (typeof act === "function" ? act() : act);
      } catch (error) {
        return { error };
      }
      return undefined;
    };
    return {
      throws: (act, expected, message) => check("throws", caught(act), expected, message),
      rejects: async (act, expected, message) =>
        check("rejects", await rejected(act), expected, message),
      doesNotThrow: (act, message) => {
        const thrown = caught(act);
        if (thrown !== undefined) unwanted("exception", thrown.error, message);
      },
      doesNotReject: async (act, message) => {
        const thrown = await rejected(act);
        if (thrown !== undefined) unwanted("rejection", thrown.error, message);
      },
    };
  }
});
