// Randomness and hashes: the global `crypto` and the module.
(function hashing(kit) {
  "use strict";

  const { own, ask } = kit;
  const HASHES = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3-256", "sha3-512"];
  const bytes = (size) => kit.textToBytes(ask("random", size) ?? "");
  const hex = (value) => value.toString(16).padStart(2, "0");
  const textOf = (given, encoding) => {
    const taken = typeof given === "string" ? kit.Buffer.from(given, encoding) : given;
    const isBytes = own.isView(taken) || taken instanceof ArrayBuffer;
    if (!isBytes)
      throw own.wrongType(
        "data",
        "of type string or an instance of Buffer, TypedArray, or DataView",
        given,
      );
    return kit.bytesToText(kit.viewOf(taken));
  };
  const told = (text, encoding) => {
    const made = kit.textToBytes(text, kit.Buffer);
    return encoding === undefined || encoding === "buffer" ? made : made.toString(encoding);
  };
  const invalid = () =>
    own.misuse(own.Error, "ERR_OSSL_EVP_UNSUPPORTED", "Digest method not supported");
  function digestOf(algorithm, text, key) {
    const digest =
      key === undefined ? ask("hash", algorithm, text) : ask("hmac", algorithm, text, key);
    if (digest === undefined) throw invalid();
    return digest;
  }

  class Hash {
    #algorithm;
    #key;
    #parts = [];
    #isOver = false;
    constructor(algorithm, key) {
      this.#algorithm = `${algorithm}`;
      this.#key = key;
      digestOf(this.#algorithm, "", key);
    }
    #demandOpen() {
      if (this.#isOver)
        throw own.misuse(own.Error, "ERR_CRYPTO_HASH_FINALIZED", "Digest already called");
    }
    update(data, encoding) {
      this.#demandOpen();
      own.push(this.#parts, textOf(data, encoding));
      return this;
    }
    digest(encoding) {
      this.#demandOpen();
      this.#isOver = true;
      return told(digestOf(this.#algorithm, own.join(this.#parts, ""), this.#key), encoding);
    }
    copy() {
      const other = new Hash(this.#algorithm, this.#key);
      other.#parts = [...this.#parts];
      return other;
    }
  }

  kit.crypto = {
    getRandomValues: (target) => {
      kit.viewOf(target).set(bytes(target.byteLength));
      return target;
    },
    randomUUID: () => {
      const random = bytes(16);
      random[6] = (random[6] & 0x0f) | 0x40;
      random[8] = (random[8] & 0x3f) | 0x80;
      const text = own.join(Array.from(random, hex), "");
      return text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
    },
    subtle: {
      digest: async (algorithm, data) => {
        const name = `${algorithm?.name ?? algorithm}`.replace("-", "").toLowerCase();
        return kit.textToBytes(digestOf(name, textOf(data))).buffer;
      },
    },
  };

  kit.makeCrypto = () => {
    const withCallback = (make) => (size, callback) => {
      const made = make(size);
      if (typeof callback !== "function") return made;
      kit.setImmediate(() => callback(null, made));
      return undefined;
    };
    return {
      ...kit.crypto,
      webcrypto: kit.crypto,
      randomBytes: withCallback((size) => kit.Buffer.from(bytes(size))),
      randomInt: (from, to, callback) => {
        const [least, beyond] = typeof to === "number" ? [from, to] : [0, from];
        const made = least + Math.floor(Math.random() * (beyond - least));
        const then = typeof to === "function" ? to : callback;
        if (typeof then !== "function") return made;
        kit.setImmediate(() => then(null, made));
        return undefined;
      },
      randomFillSync: kit.crypto.getRandomValues,
      createHash: (algorithm) => new Hash(algorithm),
      createHmac: (algorithm, key) => new Hash(algorithm, textOf(key)),
      hash: (algorithm, data, encoding = "hex") =>
        told(digestOf(algorithm, textOf(data)), encoding),
      getHashes: () => [...HASHES],
      timingSafeEqual: (one, other) => {
        if (one.byteLength !== other.byteLength) {
          const words = "Input buffers must have the same byte length";
          throw own.misuse(RangeError, "ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH", words);
        }
        return kit.Buffer.compare(one, other) === 0;
      },
    };
  };
});
