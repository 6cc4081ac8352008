// URL and URLSearchParams, whose addresses are read outside of the realm.
(function url(kit) {
  "use strict";

  const { own, ask } = kit;

  class URLSearchParams {
    #pairs = [];
    #changed = () => {};
    constructor(given = "") {
      if (typeof given === "object" && given !== null) {
        const pairs = typeof given[Symbol.iterator] === "function" ? given : Object.entries(given);
        for (const [name, value] of pairs) own.push(this.#pairs, [`${name}`, `${value}`]);
      } else this.#read(`${given}`);
    }
    static bind(params, changed) {
      params.#changed = changed;
      return (text) => params.#read(text);
    }
    #read(text) {
      const parts = (text[0] === "?" ? own.slice(text, 1) : text)
        .split("&")
        .filter((part) => part !== "");
      this.#pairs = parts.map((part) => {
        const [name, ...rest] = part.replaceAll("+", " ").split("=");
        return [unescaped(name), unescaped(rest.join("="))];
      });
    }
    get size() {
      return this.#pairs.length;
    }
    append(name, value) {
      own.push(this.#pairs, [`${name}`, `${value}`]);
      this.#changed(this.toString());
    }
    delete(name, value) {
      const goes = (pair) =>
        pair[0] === `${name}` && (value === undefined || pair[1] === `${value}`);
      this.#pairs = this.#pairs.filter((pair) => !goes(pair));
      this.#changed(this.toString());
    }
    get(name) {
      return own.find(this.#pairs, (pair) => pair[0] === `${name}`)?.[1] ?? null;
    }
    getAll(name) {
      return this.#pairs.filter((pair) => pair[0] === `${name}`).map((pair) => pair[1]);
    }
    has(name, value) {
      return this.#pairs.some(
        (pair) => pair[0] === `${name}` && (value === undefined || pair[1] === `${value}`),
      );
    }
    set(name, value) {
      const first = own.find(this.#pairs, (pair) => pair[0] === `${name}`);
      if (first === undefined) own.push(this.#pairs, [`${name}`, `${value}`]);
      else {
        first[1] = `${value}`;
        this.#pairs = this.#pairs.filter((pair) => pair === first || pair[0] !== `${name}`);
      }
      this.#changed(this.toString());
    }
    sort() {
      this.#pairs.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
      this.#changed(this.toString());
    }
    forEach(callback, receiver) {
      for (const [name, value] of this.#pairs) callback.call(receiver, value, name, this);
    }
    *keys() {
      for (const [name] of this.#pairs) yield name;
    }
    *values() {
      for (const [, value] of this.#pairs) yield value;
    }
    *entries() {
      for (const [name, value] of this.#pairs) yield [name, value];
    }
    [Symbol.iterator]() {
      return this.entries();
    }
    toString() {
      return this.#pairs.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join("&");
    }
    get [Symbol.toStringTag]() {
      return "URLSearchParams";
    }
    [kit.customInspect](_depth, options) {
      const shown = this.#pairs.map((pair) =>
        own.join(
          pair.map((one) => kit.inspect(one, options)),
          " => ",
        ),
      );
      return shown.length === 0
        ? "URLSearchParams {}"
        : `URLSearchParams { ${own.join(shown, ", ")} }`;
    }
  }
  const { bind } = URLSearchParams;
  delete URLSearchParams.bind;

  const escaped = (text) =>
    encodeURIComponent(text.toWellFormed())
      .replace(/%20/g, "+")
      .replace(/[!'()~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  function unescaped(text) {
    const bytes = text.replace(/%[0-9a-f]{2}|[^%]+|%/gi, (part) => {
      if (part.length === 3 && part[0] === "%")
        return String.fromCharCode(Number.parseInt(part.slice(1), 16));
      return ask("encode", part) ?? "";
    });
    return ask("decode", bytes) ?? "";
  }

  class URL {
    #parts;
    #params;
    #readParams;
    constructor(address, base) {
      if (!this.#take(`${address}`, base === undefined ? undefined : `${base}`)) {
        const error = new own.TypeError("Invalid URL");
        error.code = "ERR_INVALID_URL";
        error.input = `${address}`;
        throw error;
      }
    }
    #take(address, base, part, value) {
      const answer = ask("url", address, base, part, value);
      if (answer === undefined) return false;
      this.#parts = own.parse(answer);
      this.#readParams?.(this.#parts.search);
      return true;
    }
    static get(url, part) {
      return url.#parts[part];
    }
    static set(url, part, value) {
      url.#take(url.#parts.href, undefined, part, `${value}`);
    }
    static canParse(address, base) {
      return ask("url", `${address}`, base === undefined ? undefined : `${base}`) !== undefined;
    }
    static parse(address, base) {
      return URL.canParse(address, base) ? new URL(address, base) : null;
    }
    get searchParams() {
      if (this.#params === undefined) {
        this.#params = new URLSearchParams(this.#parts.search);
        const changed = (text) => {
          this.#parts = own.parse(ask("url", this.#parts.href, undefined, "search", text));
        };
        this.#readParams = bind(this.#params, changed);
      }
      return this.#params;
    }
    toString() {
      return this.#parts.href;
    }
    toJSON() {
      return this.#parts.href;
    }
    get [Symbol.toStringTag]() {
      return "URL";
    }
    [kit.customInspect](depth, options) {
      if (depth < 0) return "[URL]";
      const { hash, ...parts } = this.#parts;
      class URL {}
      const shown = Object.assign(new URL(), parts, { searchParams: this.searchParams, hash });
      return kit.inspect(shown, { ...options, depth: 2 });
    }
  }
  const { get, set } = URL;
  delete URL.get;
  delete URL.set;
  const PARTS = "href origin protocol username password host hostname port pathname search hash";
  for (const part of PARTS.split(" ")) {
    own.defineProperty(URL.prototype, part, {
      get() {
        return get(this, part);
      },
      set:
        part === "origin"
          ? undefined
          : function setPart(value) {
              set(this, part, value);
            },
      enumerable: true,
      configurable: true,
    });
  }
  kit.URL = URL;
  kit.hasInspectors = true;
  kit.URLSearchParams = URLSearchParams;
});
