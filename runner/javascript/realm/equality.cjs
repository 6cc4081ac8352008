// Deep equality, as `assert` and `util` have it.
(function equality(kit) {
  "use strict";

  const { own } = kit;

  const isObject = (value) => typeof value === "object" && value !== null;

  function areOfOneKind(one, other, isStrict) {
    if (isStrict && own.getPrototypeOf(one) !== own.getPrototypeOf(other)) return false;
    return own.isArray(one) === own.isArray(other);
  }

  function isEqual(one, other, isStrict) {
    if (isStrict ? Object.is(one, other) : isLooselySame(one, other)) return true;
    if (!isObject(one) || !isObject(other) || !areOfOneKind(one, other, isStrict)) return false;
    const [, compare] = own.find(COMPARISONS, ([Kind]) => one instanceof Kind) ?? [];
    if (compare === undefined) return haveEqualMembers(one, other, isStrict);
    return compare(one, other, isStrict);
  }

  // biome-ignore lint/suspicious/noDoubleEquals: it is what assert.deepEqual does.
  const isLooselySame = (one, other) => one == other || (Number.isNaN(one) && Number.isNaN(other));

  const COMPARISONS = [
    [Date, (one, other) => other instanceof Date && one.getTime() === other.getTime()],
    [RegExp, (one, other) => `${one}` === `${other}`],
    [Map, haveEqualItems],
    [Set, haveSameItems],
  ];

  function haveEqualItems(one, other, isStrict) {
    if (!(other instanceof Map) || one.size !== other.size) return false;
    return [...one].every(
      ([key, item]) => other.has(key) && isEqual(item, other.get(key), isStrict),
    );
  }

  function haveSameItems(one, other, isStrict) {
    if (!(other instanceof Set) || one.size !== other.size) return false;
    const has = (item) => [...other].some((its) => isEqual(item, its, isStrict));
    return [...one].every((item) => other.has(item) || has(item));
  }

  function haveEqualMembers(one, other, isStrict) {
    const names = own.keys(one);
    if (names.length !== own.keys(other).length) return false;
    return names.every(
      (name) => own.hasOwn(other, name) && isEqual(one[name], other[name], isStrict),
    );
  }

  kit.isEqual = isEqual;
  kit.isLooselySame = isLooselySame;
});
