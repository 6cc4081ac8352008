// Node's StringDecoder, which keeps the bytes of an unfinished character.
(function decoder(kit) {
  "use strict";

  const sizeOf = (lead) => {
    if (lead >= 0xf0) return 4;
    return lead >= 0xe0 ? 3 : 2;
  };

  /** How many bytes at the end begin a character that is not there as a whole. */
  kit.unfinished = (bytes) => {
    const last = bytes.subarray(-3);
    const lead = last.findLastIndex((byte) => byte >= 0xc0 || byte < 0x80);
    const count = last.length - lead;
    return lead >= 0 && last[lead] >= 0xc0 && sizeOf(last[lead]) > count ? count : 0;
  };
  const WHOLE = {
    __proto__: null,
    utf8: kit.unfinished,
    utf16le: ({ length }) => length % 2,
    base64: ({ length }) => length % 3,
    base64url: ({ length }) => length % 3,
  };
  const NAMES = { __proto__: null, "utf-8": "utf8", ucs2: "utf16le", "ucs-2": "utf16le" };

  kit.StringDecoder = class StringDecoder {
    #rest;
    constructor(encoding = "utf8") {
      const name = `${encoding}`.toLowerCase();
      this.encoding = NAMES[name] ?? (name === "utf-16le" ? "utf16le" : name);
    }
    write(given) {
      if (typeof given === "string") return given;
      const { Buffer } = kit;
      let bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
      if (this.#rest?.length > 0) bytes = Buffer.concat([this.#rest, bytes]);
      const open = WHOLE[this.encoding]?.(bytes) ?? 0;
      this.#rest = bytes.subarray(bytes.length - open);
      return bytes.toString(this.encoding, 0, bytes.length - open);
    }
    end(given) {
      const text = given === undefined ? "" : this.write(given);
      const rest = this.#rest?.toString(this.encoding) ?? "";
      this.#rest = undefined;
      return text + rest;
    }
  };
});
