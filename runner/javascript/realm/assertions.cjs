// What programs use of Node's assert.
(function assertions(kit) {
  "use strict";

  const { show, isEqual, isLooselySame } = kit;

  kit.makeAssert = function makeAssert() {
    class AssertionError extends Error {
      name = "AssertionError";
      code = "ERR_ASSERTION";
    }
    const fail = (message, otherwise) => {
      if (message instanceof Error) throw message;
      throw new AssertionError(message ?? otherwise);
    };
    const shown = (value) => show("inspect", value);
    const check = (isRight, message, otherwise) => isRight || fail(message, otherwise);
    const compare = (test, words) => (one, other, message) =>
      check(test(one, other), message, `${shown(one)} ${words} ${shown(other)}`);
    const assert = (value, message) => check(value, message, `${shown(value)} is not truthy`);
    assert.ok = assert;
    assert.fail = (message) => fail(message, "Failed");
    assert.equal = compare(isLooselySame, "==");
    assert.notEqual = compare((one, other) => !isLooselySame(one, other), "!=");
    assert.strictEqual = compare(Object.is, "!==");
    assert.notStrictEqual = compare((one, other) => !Object.is(one, other), "===");
    assert.deepEqual = compare(
      (one, other) => isEqual(one, other, false),
      "is not deeply equal to",
    );
    assert.deepStrictEqual = compare(
      (one, other) => isEqual(one, other, true),
      "is not deeply equal to",
    );
    assert.notDeepStrictEqual = compare(
      (one, other) => !isEqual(one, other, true),
      "is deeply equal to",
    );
    assert.throws = (act, message) => {
      try {
        act();
      } catch {
        return;
      }
      fail(typeof message === "string" ? message : undefined, "Missing expected exception.");
    };
    assert.AssertionError = AssertionError;
    assert.strict = assert;
    return assert;
  };
});
