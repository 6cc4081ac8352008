// Shows values as Node does, those too that say themselves how they look.
//
// Outside of the realm nothing of it is called: whatever says so itself is asked here, and stands as a mark in
// what is shown there.
(function inspection(kit) {
  "use strict";

  const { own, show, customInspect, partOf } = kit;
  const MARK = "\ue000";
  const MARKED = /Symbol\(\ue000(\d+)\ue000+\)/g;
  const MOST_ITEMS = 100;
  const USUAL_DEPTH = 2;
  const { create, getOwnPropertyDescriptors, setPrototypeOf } = Object;

  const isProxy = (value) => show("is", "isProxy", value) === 1;

  /** What stands for the values, with the texts that the marks in it mean. */
  function begin(depth, options) {
    const texts = [];
    const seen = new own.Map();
    const mark = (text) => {
      own.push(texts, text);
      const begun = `${MARK}${texts.length - 1}${MARK}`;
      return Symbol(begun + own.repeat(MARK, Math.max(0, text.length - begun.length - 8)));
    };

    const isTold = (value) =>
      (typeof value === "function" || (typeof value === "object" && value !== null)) &&
      !own.mapHas(seen, value) &&
      !isProxy(value);

    /** What it says itself; the value where it says nothing. */
    function toldBy(value, left) {
      const custom = partOf(value, customInspect);
      const isOwn = partOf(value, "constructor")?.prototype !== value;
      if (typeof custom !== "function" || !isOwn) return value;
      return own.apply(custom, value, [left, { ...options, depth: left }, kit.inspect]);
    }
    function standIn(value, left) {
      if (!isTold(value)) return value;
      const told = toldBy(value, left);
      if (told !== value) return typeof told === "string" ? mark(told) : standIn(told, left);
      if (typeof value === "function" || left < 0) return value;
      own.mapSet(seen, value, true);
      const copy = copyOf(value, left - 1);
      own.mapDelete(seen, value);
      return copy;
    }

    function copyOf(value, left) {
      if (own.isArray(value)) return listOf(value, left);
      const kind = own.kindOf(value);
      if (kind === "[object Map]" || kind === "[object Set]") return collectionOf(value, left);
      if (own.isError(value) || own.isView(value)) return value;
      return objectOf(value, left);
    }
    function listOf(value, left) {
      let copy;
      for (let at = 0; at < value.length && at < MOST_ITEMS; at += 1) {
        const item = own.descriptorOf(value, at)?.value;
        const stands = standIn(item, left);
        if (stands === item) continue;
        copy ??= setPrototypeOf(own.sliceList(value), own.getPrototypeOf(value));
        copy[at] = stands;
      }
      return copy ?? value;
    }
    function objectOf(value, left) {
      let members;
      for (const name of own.keys(value)) {
        const item = own.descriptorOf(value, name)?.value;
        const stands = standIn(item, left);
        if (stands === item) continue;
        members ??= getOwnPropertyDescriptors(value);
        members[name].value = stands;
      }
      return members === undefined ? value : create(own.getPrototypeOf(value), members);
    }
    function collectionOf(value, left) {
      const isMap = partOf(value, Symbol.toStringTag) === "Map";
      let isChanged = false;
      const copy = isMap ? new Map() : new Set();
      const add = (item, key) => {
        const [first, second] = [standIn(key, left), standIn(item, left)];
        if (first !== key || second !== item) isChanged = true;
        if (isMap) copy.set(first, second);
        else copy.add(second);
      };
      try {
        (isMap ? own.mapEach : own.setEach)(value, add);
      } catch {
        return value;
      }
      return isChanged ? setPrototypeOf(copy, own.getPrototypeOf(value)) : value;
    }

    return {
      standIn: (value) => standIn(value, depth),
      isUsed: () => texts.length > 0,
      reveal: (text) => own.replace(text, MARKED, (_, at) => texts[at]),
    };
  }

  const usual = () => ({
    depth: USUAL_DEPTH,
    colors: false,
    compact: 3,
    breakLength: 80,
    stylize: (text) => `${text}`,
  });

  /** The values as the ones outside may see them, or one text where some of them say how they look. */
  kit.shownAs = (values) => {
    const inspecting = begin(USUAL_DEPTH, usual());
    const all = [];
    let isChanged = false;
    for (let at = 0; at < values.length; at += 1) {
      const stands = inspecting.standIn(values[at]);
      if (stands !== values[at]) isChanged = true;
      own.push(all, stands);
    }
    if (!isChanged) return values;
    if (!inspecting.isUsed()) return all;
    return [inspecting.reveal(show("format", ...all) ?? "")];
  };
  kit.format = (...values) => {
    const shown = kit.shownAs(values);
    return shown !== values && shown.length === 1 && typeof shown[0] === "string"
      ? shown[0]
      : (show("format", ...shown) ?? "");
  };
  kit.inspect = function inspect(value, options, depth, colors) {
    const given =
      typeof options === "object" && options !== null
        ? options
        : {
            showHidden: options === true,
            ...(depth !== undefined && { depth }),
            colors: colors === true,
          };
    if (given.customInspect === false) return show("inspect", value, given);
    const left = given.depth === null ? 1 / 0 : (given.depth ?? USUAL_DEPTH);
    const inspecting = begin(left, { ...usual(), ...given });
    return inspecting.reveal(show("inspect", inspecting.standIn(value), given) ?? "");
  };
  kit.inspect.custom = customInspect;
  kit.inspect.defaultOptions = { ...usual(), showHidden: false, showProxy: false };
  delete kit.inspect.defaultOptions.stylize;
});
