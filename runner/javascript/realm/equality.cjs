// Deep equality, as `assert` and `util` have it.
(function equality(kit) {
  "use strict";

  const { own } = kit;

  const isObject = (value) => typeof value === "object" && value !== null;

  /** @param above what is being compared further up: who leads back to it is equal if all else is */
  function isEqual(one, other, isStrict, above = new own.Map()) {
    if (isSame(one, other, isStrict)) return true;
    if (!isObject(one) || !isObject(other) || !areOfOneKind(one, other, isStrict)) return false;
    if (own.mapHas(above, one)) return own.mapGet(above, one) === other;
    own.mapSet(above, one, other);
    const areEqual = (its, others) => isEqual(its, others, isStrict, above);
    const isAll =
      haveEqualInsides(one, other, areEqual) && haveEqualMembers(one, other, isStrict, areEqual);
    own.mapDelete(above, one);
    return isAll;
  }

  function isSame(one, other, isStrict) {
    if (isStrict || isObject(one) || isObject(other)) return own.is(one, other);
    return isLooselySame(one, other);
  }

  // biome-ignore lint/suspicious/noDoubleEquals: it is what assert.deepEqual does.
  const isLooselySame = (one, other) => one == other || (own.isNaN(one) && own.isNaN(other));

  function areOfOneKind(one, other, isStrict) {
    if (isStrict && own.getPrototypeOf(one) !== own.getPrototypeOf(other)) return false;
    if (own.isArray(one)) return own.isArray(other) && one.length === other.length;
    return own.kindOf(one) === own.kindOf(other);
  }

  // What no member of theirs tells, by kind.
  const INSIDES = [
    [Date, (one, other) => own.is(own.dateTime(one), own.dateTime(other))],
    [RegExp, (one, other) => `${one}` === `${other}` && one.lastIndex === other.lastIndex],
    [Error, haveEqualWords],
    [Map, haveEqualEntries],
    [Set, haveEqualItems],
    [Number, (one, other) => own.is(own.valueOf.number(one), own.valueOf.number(other))],
    [Boolean, (one, other) => own.valueOf.boolean(one) === own.valueOf.boolean(other)],
    [ArrayBuffer, haveEqualBytes],
  ];

  function haveEqualInsides(one, other, areEqual) {
    const [Kind, compare] = own.find(INSIDES, ([Kind]) => one instanceof Kind) ?? [];
    return Kind === undefined || (other instanceof Kind && compare(one, other, areEqual));
  }

  function haveEqualWords(one, other, areEqual) {
    return (
      one.message === other.message &&
      one.name === other.name &&
      areEqual(one.cause, other.cause) &&
      areEqual(one.errors, other.errors)
    );
  }

  function haveEqualBytes(one, other, areEqual) {
    return areEqual(new Uint8Array(one), new Uint8Array(other));
  }

  function haveEqualEntries(one, other, areEqual) {
    let areShared = one.size === other.size;
    own.mapEach(one, (item, key) => {
      if (areShared && own.mapHas(other, key)) areShared = areEqual(item, own.mapGet(other, key));
    });
    const beside = (map, its) => listOf(own.mapEach, map, (key) => !own.mapHas(its, key));
    return areShared && canBePaired(beside(one, other), beside(other, one), areEqual);
  }

  function haveEqualItems(one, other, areEqual) {
    const beside = (set, its) => listOf(own.setEach, set, (item) => !own.setHas(its, item));
    return canBePaired(beside(one, other), beside(other, one), areEqual);
  }

  /** The keys that are wanted, with their items. */
  function listOf(each, collection, isWanted) {
    const list = [];
    each(collection, (item, key) => {
      if (isWanted(key)) own.push(list, [key, item]);
    });
    return list;
  }

  /** Whether each of these has one of its own among the others. */
  function canBePaired(these, others, areEqual) {
    if (these.length !== others.length) return false;
    for (let at = 0; at < these.length; at += 1) {
      let its = 0;
      while (its < others.length && !areEqual(these[at], others[its])) its += 1;
      if (its === others.length) return false;
      own.splice(others, its, 1);
    }
    return true;
  }

  function haveEqualMembers(one, other, isStrict, areEqual) {
    const names = namesOf(one, isStrict);
    if (names.length !== namesOf(other, isStrict).length) return false;
    for (let at = 0; at < names.length; at += 1) {
      const name = names[at];
      if (!own.hasOwn(other, name) || !areEqual(one[name], other[name])) return false;
    }
    return true;
  }

  function namesOf(value, isStrict) {
    const names = own.keys(value);
    if (!isStrict) return names;
    const symbols = own.symbolsOf(value);
    for (let at = 0; at < symbols.length; at += 1) {
      if (own.descriptorOf(value, symbols[at])?.enumerable) own.push(names, symbols[at]);
    }
    return names;
  }

  kit.isEqual = isEqual;
  kit.isLooselySame = isLooselySame;
});
