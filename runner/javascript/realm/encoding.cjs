// Texts and bytes: TextEncoder, TextDecoder, atob, btoa.
(function encoding(kit) {
  "use strict";

  const { own, ask } = kit;
  const PORTION = 8192;
  const { fromCharCode } = own.String;

  /** Bytes as a text of the characters 0 to 255, as the runner takes them. */
  kit.bytesToText = (bytes) => {
    const parts = [];
    for (let at = 0; at < bytes.length; at += PORTION) {
      own.push(parts, own.apply(fromCharCode, null, bytes.subarray(at, at + PORTION)));
    }
    return own.join(parts, "");
  };
  kit.textToBytes = (text, Kind = Uint8Array) => {
    const bytes = new Kind(text.length);
    for (let at = 0; at < text.length; at += 1) bytes[at] = own.charCodeAt(text, at);
    return bytes;
  };
  kit.encode = (text, Kind = Uint8Array) => kit.textToBytes(ask("encode", text) ?? "", Kind);

  kit.TextEncoder = class TextEncoder {
    get encoding() {
      return "utf-8";
    }
    encode(text = "") {
      return kit.encode(`${text}`);
    }
    encodeInto(text, target) {
      const bytes = kit.encode(`${text}`);
      const size = Math.min(bytes.length, target.length);
      target.set(bytes.subarray(0, size));
      return { read: kit.decode(bytes.subarray(0, size)).length, written: size };
    }
  };

  /** The very bytes of a buffer or of a view of one, whatever its kind. */
  kit.viewOf = (given) => {
    if (given === undefined) return new Uint8Array(0);
    if (own.isView(given)) return new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
    return new Uint8Array(given);
  };
  kit.decode = (bytes) => ask("decode", kit.bytesToText(bytes)) ?? "";

  const KINDS = [
    [/^\s*(?:unicode-1-1-)?utf-?8\s*$/i, "utf-8"],
    [/^\s*(?:utf-16(?:le)?|ucs-2|unicode)\s*$/i, "utf-16le"],
    [/^\s*(?:latin1|l1|iso-?8859-1|(?:us-)?ascii|windows-1252|cp1252)\s*$/i, "windows-1252"],
  ];
  const NODES = { __proto__: null, "utf-16le": "utf16le", "windows-1252": "latin1" };

  kit.TextDecoder = class TextDecoder {
    #kind;
    #fatal;
    #keepsMark;
    #rest = new Uint8Array(0);
    constructor(label = "utf-8", { fatal = false, ignoreBOM = false } = {}) {
      const [, kind] = own.find(KINDS, ([names]) => names.test(label)) ?? [];
      if (kind === undefined) {
        const words = `The "${label}" encoding is not supported`;
        throw own.misuse(own.RangeError, "ERR_ENCODING_NOT_SUPPORTED", words);
      }
      this.#kind = kind;
      this.#fatal = fatal;
      this.#keepsMark = ignoreBOM;
    }
    get encoding() {
      return this.#kind;
    }
    get fatal() {
      return this.#fatal;
    }
    get ignoreBOM() {
      return this.#keepsMark;
    }
    decode(given, { stream = false } = {}) {
      const part = kit.viewOf(given);
      if (this.#kind !== "utf-8") return ask("to", kit.bytesToText(part), NODES[this.#kind]) ?? "";
      const bytes = new Uint8Array(this.#rest.length + part.length);
      bytes.set(this.#rest);
      bytes.set(part, this.#rest.length);
      const whole = stream ? bytes.length - kit.unfinished(bytes) : bytes.length;
      this.#rest = bytes.slice(whole);
      const text = kit.decode(bytes.subarray(0, whole));
      if (
        this.#fatal &&
        (ask("encode", text) ?? "") !== kit.bytesToText(bytes.subarray(0, whole))
      ) {
        const words = "The encoded data was not valid for encoding utf-8";
        throw own.misuse(own.TypeError, "ERR_ENCODING_INVALID_ENCODED_DATA", words);
      }
      return !this.#keepsMark && text[0] === "\ufeff" ? own.slice(text, 1) : text;
    }
  };

  const invalid = () => new (kit.web().DOMException)("Invalid character", "InvalidCharacterError");
  const orThrow = (text) => {
    if (text === undefined) throw invalid();
    return text;
  };
  kit.atob = (text) => orThrow(ask("atob", `${text}`));
  kit.btoa = (text) => orThrow(ask("btoa", `${text}`));
});
