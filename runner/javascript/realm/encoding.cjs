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

  const viewOf = (given) => {
    if (given === undefined) return new Uint8Array(0);
    if (own.isView(given)) return new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
    return new Uint8Array(given);
  };
  kit.decode = (bytes) => ask("decode", kit.bytesToText(bytes)) ?? "";

  kit.TextDecoder = class TextDecoder {
    #fatal;
    #keepsMark;
    #rest = new Uint8Array(0);
    constructor(label = "utf-8", { fatal = false, ignoreBOM = false } = {}) {
      if (!/^\s*(?:unicode-1-1-)?utf-?8\s*$/i.test(label)) {
        throw new own.RangeError(`The "${label}" encoding is not supported`);
      }
      this.#fatal = fatal;
      this.#keepsMark = ignoreBOM;
    }
    get encoding() {
      return "utf-8";
    }
    get fatal() {
      return this.#fatal;
    }
    get ignoreBOM() {
      return this.#keepsMark;
    }
    decode(given, { stream = false } = {}) {
      const part = viewOf(given);
      const bytes = new Uint8Array(this.#rest.length + part.length);
      bytes.set(this.#rest);
      bytes.set(part, this.#rest.length);
      const whole = stream ? bytes.length - unfinished(bytes) : bytes.length;
      this.#rest = bytes.slice(whole);
      const text = kit.decode(bytes.subarray(0, whole));
      if (
        this.#fatal &&
        (ask("encode", text) ?? "") !== kit.bytesToText(bytes.subarray(0, whole))
      ) {
        throw new own.TypeError("The encoded data was not valid for encoding utf-8");
      }
      return !this.#keepsMark && text[0] === "\ufeff" ? own.slice(text, 1) : text;
    }
  };

  const sizeOf = (lead) => {
    if (lead >= 0xf0) return 4;
    return lead >= 0xe0 ? 3 : 2;
  };

  /** How many bytes at the end begin a character that is not there as a whole. */
  function unfinished(bytes) {
    const last = bytes.subarray(-3);
    const lead = last.findLastIndex((byte) => byte >= 0xc0 || byte < 0x80);
    const count = last.length - lead;
    return lead >= 0 && last[lead] >= 0xc0 && sizeOf(last[lead]) > count ? count : 0;
  }

  const invalid = () => {
    const error = new own.Error("The string to be decoded is not correctly encoded.");
    error.name = "InvalidCharacterError";
    return error;
  };
  const orThrow = (text) => {
    if (text === undefined) throw invalid();
    return text;
  };
  kit.atob = (text) => orThrow(ask("atob", `${text}`));
  kit.btoa = (text) => orThrow(ask("btoa", `${text}`));
});
