// What programs use of Node's Buffer.
(function buffer(kit) {
  "use strict";

  const { own, ask } = kit;
  const ENCODINGS = /^(?:utf-?8|hex|base64|base64url|latin1|binary|ascii|ucs-?2|utf-?16le)$/i;

  function encodingOf(given) {
    const encoding = given === undefined || given === null ? "utf8" : `${given}`;
    if (!ENCODINGS.test(encoding)) throw new own.TypeError(`Unknown encoding: ${encoding}`);
    return encoding;
  }

  class Buffer extends Uint8Array {
    static from(given, encodingOrOffset, length) {
      if (typeof given === "string") {
        const encoding = encodingOf(encodingOrOffset);
        return kit.textToBytes(ask("from", given, encoding) ?? "", Buffer);
      }
      if (given instanceof ArrayBuffer) return new Buffer(given, encodingOrOffset, length);
      if (given?.type === "Buffer" && own.isArray(given.data)) return Buffer.from(given.data);
      const items = Array.from(given);
      const bytes = new Buffer(items.length);
      bytes.set(items);
      return bytes;
    }
    static alloc(size, fill) {
      const bytes = new Buffer(size);
      return fill === undefined
        ? bytes
        : bytes.fill(typeof fill === "string" ? own.charCodeAt(fill, 0) : fill);
    }
    static allocUnsafe(size) {
      return new Buffer(size);
    }
    static concat(list, length = list.reduce((sum, one) => sum + one.length, 0)) {
      const bytes = new Buffer(length);
      let at = 0;
      for (const one of list) {
        bytes.set(one.subarray(0, length - at), at);
        at += one.length;
        if (at >= length) break;
      }
      return bytes;
    }
    static isBuffer(value) {
      return value instanceof Buffer;
    }
    static isEncoding(encoding) {
      return ENCODINGS.test(encoding);
    }
    static byteLength(given, encoding) {
      return typeof given === "string" ? Buffer.from(given, encoding).length : given.byteLength;
    }
    static compare(one, other) {
      for (let at = 0; at < one.length && at < other.length; at += 1) {
        if (one[at] !== other[at]) return one[at] < other[at] ? -1 : 1;
      }
      return Math.sign(one.length - other.length);
    }
    toString(encoding, start = 0, end = this.length) {
      const bytes = kit.bytesToText(this.subarray(start, end));
      const name = encodingOf(encoding);
      return name === "latin1" || name === "binary" ? bytes : (ask("to", bytes, name) ?? "");
    }
    toJSON() {
      return { type: "Buffer", data: Array.from(this) };
    }
    write(text, offset = 0) {
      const bytes = kit.encode(`${text}`).subarray(0, this.length - offset);
      this.set(bytes, offset);
      return bytes.length;
    }
    equals(other) {
      return Buffer.compare(this, other) === 0;
    }
    compare(other) {
      return Buffer.compare(this, other);
    }
    copy(target, at = 0, start = 0, end = this.length) {
      const part = this.subarray(start, Math.min(end, start + target.length - at));
      target.set(part, at);
      return part.length;
    }
    slice(start, end) {
      return this.subarray(start, end);
    }
    readUInt8(at = 0) {
      return this[at];
    }
    writeUInt8(value, at = 0) {
      this[at] = value;
      return at + 1;
    }
  }
  const view = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const KINDS = [
    ["Int8", 1],
    ["Int16", 2],
    ["UInt16", 2],
    ["Int32", 4],
    ["UInt32", 4],
    ["BigInt64", 8],
    ["BigUInt64", 8],
  ];
  for (const [kind, size] of KINDS) {
    const name = kind.replace("UInt", "Uint");
    for (const [end, isLittle] of size === 1
      ? [["", true]]
      : [
          ["LE", true],
          ["BE", false],
        ]) {
      own.defineProperty(Buffer.prototype, `read${kind}${end}`, {
        value: {
          read(at = 0) {
            return view(this)[`get${name}`](at, isLittle);
          },
        }.read,
        writable: true,
        configurable: true,
      });
      own.defineProperty(Buffer.prototype, `write${kind}${end}`, {
        value: {
          write(value, at = 0) {
            view(this)[`set${name}`](at, value, isLittle);
            return at + size;
          },
        }.write,
        writable: true,
        configurable: true,
      });
    }
  }
  kit.Buffer = Buffer;
});
