// Turns what a solution returned into JSON text, exactly, or says why it cannot.
(function values(kit) {
  "use strict";

  const { own, show } = kit;
  const MOST_TEXT = 512 * 1024;
  const MOST_DEPTH = 500;
  const MOST_DIGITS = 100_000;
  // To raise ten to the power of all the digits takes longer than all else that a case needs.
  const SHORT = own.BigInt(10) ** own.BigInt(100);
  const isTooLong = (value) => {
    if (value < SHORT && value > -SHORT) return false;
    const largest = own.BigInt(10) ** own.BigInt(MOST_DIGITS);
    return value >= largest || value <= -largest;
  };
  const ADVICE = {
    __proto__: null,
    function: "call it with ()",
    symbol: "return its description",
    Promise: "await it before it is put inside",
    RegExp: "return its source",
    iterator: "wrap it in Array.from(...)",
    asyncIterator: "collect what it yields with for await",
    WeakMap: "return an object",
  };

  class NotJson {
    constructor(sentence) {
      this.sentence = sentence;
    }
  }
  const refuse = (sentence, type) => new NotJson(`${sentence}. Value type: ${type}`);
  const noForm = (type, kind = type) =>
    refuse(`the return value has no JSON form: ${ADVICE[kind]}`, type);
  const tooLarge = () => new NotJson("the return value is larger than 512 KiB of JSON");

  let room = 0;
  function spend(size) {
    room -= size;
    if (room < 0) throw tooLarge();
  }

  function numberText(value) {
    spend(1);
    if (own.isNaN(value)) return '"NaN"';
    if (value === 1 / 0) return '"Infinity"';
    if (value === -1 / 0) return '"-Infinity"';
    if (value === 0 && 1 / value < 0) return "-0.0";
    if (!own.isInteger(value) || own.isSafeInteger(value)) return `${value}`;
    return own.bigIntText(own.BigInt(value));
  }

  function integerText(value) {
    if (isTooLong(value)) {
      throw refuse(`an integer of more than ${MOST_DIGITS} digits`, "bigint");
    }
    const text = own.bigIntText(value);
    spend(text.length);
    return text;
  }

  function stringText(value) {
    spend(value.length + 2);
    if (!own.isWellFormed(value)) {
      throw refuse("a text with half of a surrogate pair has no UTF-8 form", "string");
    }
    return own.stringify(value);
  }

  /** The text of anything; undefined for what JSON leaves out. */
  function textOf(value, key, depth) {
    switch (typeof value) {
      case "number":
        return numberText(value);
      case "string":
        return stringText(value);
      case "boolean":
        spend(4);
        return value ? "true" : "false";
      case "bigint":
        return integerText(value);
      case "undefined":
        return undefined;
      case "symbol":
      case "function":
        throw noForm(typeof value);
      default:
        return value === null ? "null" : objectText(value, key, depth);
    }
  }

  function objectText(value, key, depth) {
    if (depth >= MOST_DEPTH) {
      throw refuse(
        `deeper than ${MOST_DEPTH} levels, or a value that contains itself`,
        nameOf(value),
      );
    }
    spend(2);
    if (own.isArray(value)) return listText(value.length, (at) => value[at], depth);
    const plain = knownText(value, depth);
    if (plain !== undefined) return plain;
    const { toJSON } = value;
    if (typeof toJSON === "function") {
      return textOf(own.apply(toJSON, value, [key]), key, depth + 1);
    }
    const parts = new own.Map();
    const names = own.keys(value);
    for (let at = 0; at < names.length; at += 1)
      addMember(parts, names[at], value[names[at]], depth);
    return membersText(parts);
  }

  /** Of the kinds that JSON does not know, told by what they are and not by what they claim. */
  function knownText(value, depth) {
    // Not by what would throw for others: that takes longer than all else of them.
    const is = (kind) => show("is", kind, value) === 1;
    if (is("isDate")) {
      return own.isNaN(own.dateTime(value)) ? "null" : stringText(own.dateText(value));
    }
    if (is("isMap")) {
      const parts = new own.Map();
      own.mapEach(value, (item, key) => {
        if (typeof key === "symbol") throw noForm("symbol");
        addMember(parts, `${key}`, item, depth);
      });
      return membersText(parts);
    }
    if (is("isSet")) {
      const items = [];
      own.setEach(value, (item) => own.push(items, item));
      return listText(items.length, (at) => items[at], depth);
    }
    if (own.viewTag(value) !== undefined) {
      return listText(own.viewLength(value), (at) => value[at], depth);
    }
    if (is("isBoxedPrimitive")) return textOf(primitiveOf(value), "", depth);
    refuseOthers(value);
    return undefined;
  }

  const BOXED = ["number", "string", "boolean", "bigint", "symbol"];
  function primitiveOf(value) {
    for (let at = 0; at < BOXED.length; at += 1) {
      const primitive = attempt(own.valueOf[BOXED[at]], value);
      if (primitive !== undefined) return primitive;
    }
    return undefined;
  }

  function refuseOthers(value) {
    const is = (prototype) => own.isBehind(prototype, value);
    if (is(own.promisePrototype)) throw noForm("Promise");
    if (is(own.regExpPrototype)) throw noForm("RegExp");
    if (is(own.iteratorPrototype)) throw noForm(tagOf(value), "iterator");
    if (is(own.asyncIteratorPrototype)) throw noForm(tagOf(value), "asyncIterator");
    for (let at = 0; at < own.weak.length; at += 1) {
      if (is(own.weak[at])) throw noForm(nameOf(value), "WeakMap");
    }
  }

  function attempt(ask, value) {
    try {
      return ask(value);
    } catch {
      return undefined;
    }
  }

  function listText(length, itemAt, depth) {
    spend(length);
    const parts = [];
    for (let at = 0; at < length; at += 1)
      own.push(parts, textOf(itemAt(at), `${at}`, depth + 1) ?? "null");
    return `[${own.join(parts, ",")}]`;
  }

  function addMember(parts, name, value, depth) {
    const text = textOf(value, name, depth + 1);
    // Of two members of one name the last one counts.
    if (text !== undefined) own.mapSet(parts, stringText(name), text);
  }

  function membersText(parts) {
    const members = [];
    own.mapEach(parts, (text, name) => own.push(members, `${name}:${text}`));
    return `{${own.join(members, ",")}}`;
  }

  function tagOf(value) {
    const tag = attempt(() => value[Symbol.toStringTag]);
    return typeof tag === "string" ? own.slice(tag, 0, 100) : nameOf(value);
  }

  function nameOf(value) {
    try {
      const { name } = value.constructor;
      return typeof name === "string" && name !== "" ? own.slice(name, 0, 100) : "object";
    } catch {
      return "object";
    }
  }

  /** JSON of a value. What a getter of it throws comes out as it is; `NotJson` for the rest. */
  kit.toJson = (value) => {
    room = MOST_TEXT + 64;
    return textOf(value, "", 0) ?? "null";
  };
  kit.whyNotJson = (fault) => {
    try {
      return fault instanceof NotJson ? fault.sentence : undefined;
    } catch {
      return undefined;
    }
  };
});
