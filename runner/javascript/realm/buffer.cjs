// What programs use of Node's Buffer.
(function buffer(kit) {
  "use strict";

  const { own, ask } = kit;
  const ENCODINGS = /^(?:utf-?8|hex|base64|base64url|latin1|binary|ascii|ucs-?2|utf-?16le)$/i;
  const MOST_SHOWN = 50;

  function encodingOf(given) {
    const encoding = given === undefined || given === null ? "utf8" : `${given}`;
    if (!ENCODINGS.test(encoding))
      throw own.misuse(own.TypeError, "ERR_UNKNOWN_ENCODING", `Unknown encoding: ${encoding}`);
    return encoding.toLowerCase();
  }
  const outside = () =>
    own.misuse(
      own.RangeError,
      "ERR_BUFFER_OUT_OF_BOUNDS",
      "Attempt to access memory outside buffer bounds",
    );
  const bytesOf = (given, encoding) => {
    if (typeof given === "string") return Buffer.from(given, encoding);
    return typeof given === "number" ? Buffer.from([given]) : given;
  };
  const sized = (size) => {
    if (typeof size !== "number") throw own.wrongType("size", "of type number", size);
    if (size >= 0 && size <= 2 ** 32) return new Bytes(size);
    throw beyond("size", 2 ** 53 - 1, size, "&&");
  };
  function beyond(what, most, given, and = "and") {
    const words = `The value of "${what}" is out of range. It must be >= 0 ${and} <= ${most}. Received ${given}`;
    return own.misuse(own.RangeError, "ERR_OUT_OF_RANGE", words);
  }

  class Bytes extends Uint8Array {
    static get [Symbol.species]() {
      return Bytes;
    }
    toString(encoding, start = 0, end = this.length) {
      const bytes = kit.bytesToText(this.subarray(start, end));
      const name = encodingOf(encoding);
      return name === "latin1" || name === "binary" ? bytes : (ask("to", bytes, name) ?? "");
    }
    toLocaleString(...given) {
      return this.toString(...given);
    }
    toJSON() {
      return { type: "Buffer", data: Array.from(this) };
    }
    write(text, offset = 0, length = undefined, encoding = undefined) {
      const named = own.find([offset, length, encoding], (one) => typeof one === "string");
      const at = typeof offset === "number" ? offset : 0;
      const room = typeof length === "number" ? length : this.length - at;
      const all = Buffer.from(`${text}`, named);
      const bytes = all.subarray(0, Math.min(room, this.length - at));
      const whole = encodingOf(named).startsWith("utf") ? kit.unfinished(bytes) : 0;
      const part = all.length > bytes.length ? bytes.subarray(0, bytes.length - whole) : bytes;
      this.set(part, at);
      return part.length;
    }
    equals(other) {
      return Buffer.compare(this, other) === 0;
    }
    compare(other, from = 0, to = other.length, start = 0, end = this.length) {
      return Buffer.compare(this.subarray(start, end), other.subarray(from, to));
    }
    copy(target, at = 0, start = 0, end = this.length) {
      const part = this.subarray(start, Math.min(end, start + target.length - at));
      target.set(part, at);
      return part.length;
    }
    slice(start, end) {
      return this.subarray(start, end);
    }
    fill(given, start = 0, end = this.length, encoding = undefined) {
      if (typeof given === "number") return super.fill(given, start, end);
      const named = typeof start === "string" ? start : encoding;
      const bytes = bytesOf(given, named);
      const from = typeof start === "number" ? start : 0;
      if (bytes.length === 0) return super.fill(0, from, end);
      for (let at = from; at < end; at += 1) this[at] = bytes[(at - from) % bytes.length];
      return this;
    }
    indexOf(given, from = 0, encoding = undefined) {
      if (typeof given === "number") return super.indexOf(given & 255, from);
      const part = bytesOf(given, typeof from === "string" ? from : encoding);
      const start = typeof from === "number" ? from : 0;
      return kit
        .bytesToText(this)
        .indexOf(kit.bytesToText(part), start < 0 ? start + this.length : start);
    }
    lastIndexOf(given, from = this.length, encoding = undefined) {
      if (typeof given === "number") return super.lastIndexOf(given & 255);
      const part = bytesOf(given, typeof from === "string" ? from : encoding);
      const start = typeof from === "number" ? from : this.length;
      return kit.bytesToText(this).lastIndexOf(kit.bytesToText(part), start);
    }
    includes(given, from, encoding) {
      return this.indexOf(given, from, encoding) >= 0;
    }
    [kit.customInspect]() {
      const shown = Array.from(this.subarray(0, MOST_SHOWN), (byte) =>
        byte.toString(16).padStart(2, "0"),
      );
      const more = this.length - shown.length;
      const rest = more > 0 ? ` ... ${more} more byte${more > 1 ? "s" : ""}` : "";
      return `<${this.constructor.name} ${own.join(shown, " ")}${rest}>`;
    }
  }

  function Buffer(given, encodingOrOffset, length) {
    return typeof given === "number" ? sized(given) : Buffer.from(given, encodingOrOffset, length);
  }
  Object.setPrototypeOf(Buffer, Uint8Array);
  Buffer.prototype = Bytes.prototype;
  own.defineProperty(Bytes.prototype, "constructor", {
    value: Buffer,
    writable: true,
    configurable: true,
  });

  const isBuffered = (value) =>
    value instanceof ArrayBuffer ||
    (typeof SharedArrayBuffer === "function" && value instanceof SharedArrayBuffer);
  function fromObject(given, encodingOrOffset, length) {
    if (typeof given !== "object" || given === null) return undefined;
    const value = given.valueOf();
    if (value !== given) return Buffer.from(value, encodingOrOffset, length);
    return given.length === undefined ? undefined : new Bytes(Array.from(given));
  }
  const statics = {
    poolSize: 8192,
    from(given, encodingOrOffset, length) {
      if (typeof given === "string") {
        return kit.textToBytes(ask("from", given, encodingOf(encodingOrOffset)) ?? "", Bytes);
      }
      if (isBuffered(given)) return new Bytes(given, encodingOrOffset, length);
      if (given?.type === "Buffer" && own.isArray(given.data)) return Buffer.from(given.data);
      const made = fromObject(given, encodingOrOffset, length);
      if (made !== undefined) return made;
      const kinds =
        "of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object.";
      const words = `The first argument must be ${kinds} ${own.received(given)}`;
      throw own.misuse(own.TypeError, "ERR_INVALID_ARG_TYPE", words);
    },
    of: (...items) => Buffer.from(items),
    alloc: (size, fill, encoding) =>
      fill === undefined ? sized(size) : sized(size).fill(fill, 0, size, encoding),
    allocUnsafe: sized,
    allocUnsafeSlow: sized,
    concat(list, length = list.reduce((sum, one) => sum + one.length, 0)) {
      const bytes = new Bytes(length);
      let at = 0;
      for (const one of list) {
        bytes.set(one.subarray(0, length - at), at);
        at += one.length;
        if (at >= length) break;
      }
      return bytes;
    },
    isBuffer: (value) => value instanceof Buffer,
    isEncoding: (encoding) => ENCODINGS.test(encoding),
    byteLength: (given, encoding) =>
      typeof given === "string" ? Buffer.from(given, encoding).length : given.byteLength,
    compare(one, other) {
      for (let at = 0; at < one.length && at < other.length; at += 1) {
        if (one[at] !== other[at]) return one[at] < other[at] ? -1 : 1;
      }
      return Math.sign(one.length - other.length);
    },
  };
  for (const name of own.keys(statics)) Buffer[name] = statics[name];
  own.defineProperty(Buffer, Symbol.species, { get: () => Bytes, configurable: true });

  const define = (name, value) =>
    own.defineProperty(Bytes.prototype, name, { value, writable: true, configurable: true });
  const checked = (bytes, at, size) => {
    if (typeof at !== "number") throw own.wrongType("offset", "of type number", at);
    if (bytes.length < size) throw outside();
    if (!(at >= 0 && at + size <= bytes.length)) throw beyond("offset", bytes.length - size, at);
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  };
  function defineNumber(name, method, size, isLittle) {
    const { read, write } = {
      read(at = 0) {
        return checked(this, at, size)[`get${method}`](at, isLittle);
      },
      write(value, at = 0) {
        checked(this, at, size)[`set${method}`](at, value, isLittle);
        return at + size;
      },
    };
    for (const one of [name, name.replace("UInt", "Uint")]) {
      define(`read${one}`, read);
      define(`write${one}`, write);
    }
  }
  const KINDS =
    "Int8:1 UInt8:1 Int16:2 UInt16:2 Int32:4 UInt32:4 BigInt64:8 BigUInt64:8 Float:4 Double:8";
  const METHODS = { __proto__: null, Float: "Float32", Double: "Float64" };
  for (const kind of KINDS.split(" ")) {
    const [name, size] = kind.split(":");
    const method = METHODS[name] ?? name.replace("UInt", "Uint");
    if (size === "1") defineNumber(name, method, 1, true);
    else {
      defineNumber(`${name}LE`, method, +size, true);
      defineNumber(`${name}BE`, method, +size, false);
    }
  }
  // Whole numbers of one to six bytes.
  for (const end of ["LE", "BE"]) {
    const places = (size) =>
      Array.from({ length: size }, (_, at) => (end === "LE" ? at : size - 1 - at));
    const read = (bytes, at, size) => {
      checked(bytes, at, size);
      return places(size).reduce((sum, place, power) => sum + bytes[at + place] * 256 ** power, 0);
    };
    const write = function write(value, at, size) {
      checked(this, at, size);
      for (const [power, place] of places(size).entries())
        this[at + place] = Math.floor(value / 256 ** power) & 255;
      return at + size;
    };
    define(`readUInt${end}`, function readUInt(at, size) {
      return read(this, at, size);
    });
    define(`readInt${end}`, function readInt(at, size) {
      const value = read(this, at, size);
      return value >= 2 ** (8 * size - 1) ? value - 2 ** (8 * size) : value;
    });
    define(`writeUInt${end}`, write);
    define(`writeInt${end}`, write);
  }
  for (const size of [2, 4, 8]) {
    define(`swap${8 * size}`, function swap() {
      for (let at = 0; at + size <= this.length; at += size) this.subarray(at, at + size).reverse();
      return this;
    });
  }
  kit.Buffer = Buffer;
  kit.hasInspectors = true;
});
