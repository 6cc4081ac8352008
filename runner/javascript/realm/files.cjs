// What stands for `fs`: the input, and what is printed.
(function files(kit) {
  "use strict";

  const { own, write, Buffer } = kit;
  kit.REFUSAL = "files, network, processes and threads are not available here";
  const STDIN = [0, "/dev/stdin", "/proc/self/fd/0", "/dev/fd/0"];
  const OUTPUTS = { __proto__: null, 1: 1, "/dev/stdout": 1, 2: 2, "/dev/stderr": 2 };

  function refused(path) {
    const error = new own.Error(
      `EACCES: permission denied, '${own.String(path)}' (${kit.REFUSAL})`,
    );
    error.code = "EACCES";
    throw error;
  }
  const encodingOf = (options) => (typeof options === "string" ? options : options?.encoding);

  kit.makeFs = function makeFs() {
    let isRead = false;
    let at = 0;
    const readFileSync = (path, options) => {
      if (!STDIN.includes(path)) refused(path);
      const encoding = encodingOf(options);
      // A pipe is empty once it was read; by its path it can be read again here.
      const bytes = Buffer.from(path === 0 && isRead ? "" : kit.inputText);
      isRead = true;
      return encoding === undefined || encoding === null ? bytes : bytes.toString(encoding);
    };
    const output = (path) => OUTPUTS[path] ?? refused(path);
    const put = (path, data) =>
      write(output(path), typeof data === "string" ? data : Buffer.from(data).toString());
    const fs = {
      readFileSync,
      writeFileSync: put,
      appendFileSync: put,
      writeSync: (path, data) => {
        put(path, data);
        return data.length;
      },
      readSync: (path, target, offset = 0, length = target.length - offset) => {
        if (!STDIN.includes(path)) refused(path);
        const bytes = Buffer.from(kit.inputText).subarray(at, at + length);
        target.set(bytes, offset);
        at += bytes.length;
        return bytes.length;
      },
      existsSync: (path) => STDIN.includes(path),
      fstatSync: () => ({ size: Buffer.byteLength(kit.inputText), isFile: () => false }),
      openSync: (path) => (STDIN.includes(path) ? 0 : output(path)),
      closeSync: () => undefined,
      readFile: (path, options, callback = options) => {
        const [error, value] = attempt(() =>
          readFileSync(path, callback === options ? undefined : options),
        );
        kit.setImmediate(() => callback(error, value));
      },
      promises: { readFile: async (path, options) => readFileSync(path, options) },
      createReadStream: (path) => (STDIN.includes(path) ? kit.process.stdin : refused(path)),
    };
    return fs;
  };

  function attempt(act) {
    try {
      return [null, act()];
    } catch (error) {
      return [error, undefined];
    }
  }
});
