// What stands for `fs`: the input, and what is printed.
(function files(kit) {
  "use strict";

  const { own, write } = kit;
  kit.REFUSAL = "files, network, processes and threads are not available here";
  const STDIN = [0, "/dev/stdin", "/proc/self/fd/0", "/dev/fd/0"];
  const OUTPUTS = { __proto__: null, 1: 1, "/dev/stdout": 1, 2: 2, "/dev/stderr": 2 };
  const REFUSED =
    "access chmod chown copyFile cp link lstat mkdir mkdtemp opendir readdir readlink realpath rename rm rmdir symlink truncate unlink utimes stat";

  function refused(path, call = "open") {
    const error = new own.Error(
      `EACCES: permission denied, ${call} '${own.String(path)}' (${kit.REFUSAL})`,
    );
    throw Object.assign(error, { errno: -13, code: "EACCES", syscall: call, path });
  }
  const pathOf = (path) => {
    if (typeof path === "number" || typeof path === "string") return path;
    if (path instanceof kit.URL) return path.pathname;
    if (own.isView(path)) return kit.decode(path);
    const kinds = "of type string or an instance of Buffer or URL";
    throw own.wrongType("path", kinds, path);
  };
  const encodingOf = (options) => (typeof options === "string" ? options : options?.encoding);
  const isInput = (path) => STDIN.includes(pathOf(path));
  const output = (path) => OUTPUTS[pathOf(path)] ?? refused(path);

  kit.makeFs = function makeFs() {
    // How far descriptor 0 was read; by its path the input can be read from its beginning at any time.
    let at = 0;
    let all;
    const input = () => {
      all ??= kit.Buffer.from(kit.inputText);
      return all;
    };

    /** Where reading begins; descriptor 0 is read to its end. */
    function takeAll(path) {
      if (path !== 0) return 0;
      const begin = at;
      at = 1 / 0;
      return begin;
    }
    function readFileSync(path, options) {
      if (!isInput(path)) refused(path);
      const encoding = encodingOf(options) ?? "buffer";
      const begin = takeAll(path);
      // The most usual way to read is worth a shorter one.
      if (begin === 0 && /^utf-?8$/i.test(encoding)) return kit.inputText;
      const bytes = kit.Buffer.from(input().subarray(begin));
      return encoding === "buffer" ? bytes : bytes.toString(encoding);
    }
    const isObject = (value) => typeof value === "object" && value !== null;
    function readSync(path, target, offset, length, position) {
      if (!isInput(path)) refused(path, "read");
      const given = isObject(offset) ? offset : { offset, length, position };
      const begin = given.offset ?? 0;
      const isPlaced = typeof given.position === "number" && given.position >= 0;
      const from = isPlaced ? given.position : at;
      const size = Math.min(given.length ?? 1 / 0, target.byteLength - begin);
      const bytes = input().subarray(from, from + size);
      kit.viewOf(target).set(bytes, begin);
      if (!isPlaced) at += bytes.length;
      return bytes.length;
    }
    function partOf(data, offset, length) {
      if (typeof data === "string")
        return kit.Buffer.from(data, typeof length === "string" ? length : undefined);
      if (!own.isView(data)) {
        const kinds = "of type string or an instance of Buffer, TypedArray, or DataView";
        throw own.wrongType("buffer", kinds, data);
      }
      const given = isObject(offset) ? offset : { offset, length };
      const begin = given.offset ?? 0;
      const bytes = kit.Buffer.from(data.buffer, data.byteOffset, data.byteLength);
      return bytes.subarray(begin, begin + (given.length ?? bytes.length - begin));
    }
    function writeSync(path, data, offset, length) {
      const descriptor = output(path);
      const bytes = partOf(data, offset, length);
      write(descriptor, bytes.toString());
      return bytes.length;
    }
    const put = (path, data, options) => {
      const encoding = encodingOf(options);
      writeSync(path, own.isView(data) ? data : kit.Buffer.from(`${data}`, encoding));
    };
    const is = (kind) => () => kind;
    const fstatSync = (path) => ({
      size: isInput(path) ? input().length : 0,
      mode: 0o100400,
      isFile: is(isInput(path)),
      isFIFO: is(!isInput(path)),
      ...{ isDirectory: is(false), isSymbolicLink: is(false), isSocket: is(false) },
      ...{ isCharacterDevice: is(false), isBlockDevice: is(false) },
    });

    const calls = {
      readFile: readFileSync,
      read: readSync,
      write: writeSync,
      writeFile: put,
      appendFile: put,
      fstat: fstatSync,
      open: (path) => (isInput(path) ? 0 : output(path)),
      close: () => undefined,
      fsync: () => undefined,
    };
    for (const name of own.split(REFUSED, " ")) calls[name] = (path) => refused(path, name);
    const { stat, access } = calls;
    calls.stat = (path) => (isInput(path) ? fstatSync(0) : stat(path));
    calls.access = (path) => (isInput(path) ? undefined : access(path));
    const fs = { constants: { F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1 }, promises: {} };
    for (const name of own.keys(calls)) {
      const call = calls[name];
      fs[`${name}Sync`] = call;
      fs[name] = (...given) => later(call, given);
      fs.promises[name] = async (...given) => call(...given);
    }
    fs.promises.constants = fs.constants;
    fs.existsSync = (path) => STDIN.includes(path) || OUTPUTS[path] !== undefined;
    fs.createReadStream = (path, options) => {
      if (!isInput(path) && !isInput(options?.fd ?? "")) refused(path);
      const { stdin } = kit.process;
      const encoding = encodingOf(options);
      return encoding === undefined || encoding === null ? stdin : stdin.setEncoding(encoding);
    };
    fs.createWriteStream = (path, options) =>
      output(options?.fd ?? path) === 1 ? kit.process.stdout : kit.process.stderr;
    return fs;
  };

  /** Calls back with what is first the error, then the answer. */
  function later(call, given) {
    const callback = given.pop();
    if (typeof callback !== "function") throw own.wrongType("cb", "of type function", callback);
    let answer;
    try {
      answer = [null, call(...given)];
    } catch (error) {
      answer = [error];
    }
    kit.setImmediate(callback, ...answer);
  }
});
