// Node's `os`: it tells nothing of the machine.
(function system(kit) {
  "use strict";

  const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGABRT: 6, SIGKILL: 9, SIGTERM: 15 };
  kit.makeOs = () => ({
    EOL: "\n",
    devNull: "/dev/null",
    platform: () => "linux",
    type: () => "Linux",
    arch: () => "arm64",
    machine: () => "aarch64",
    release: () => "5.10",
    version: () => "#1",
    endianness: () => "LE",
    hostname: () => "localhost",
    homedir: () => "/",
    tmpdir: () => "/tmp",
    cpus: () => [{ model: "", speed: 0, times: { user: 0, nice: 0, sys: 0, idle: 0, irq: 0 } }],
    availableParallelism: () => 1,
    totalmem: () => 256 * 2 ** 20,
    freemem: () => 256 * 2 ** 20 - kit.ask("memory"),
    uptime: () => kit.ask("now") / 1000,
    loadavg: () => [0, 0, 0],
    networkInterfaces: () => ({}),
    userInfo: () => ({ uid: 1000, gid: 1000, username: "user", homedir: "/", shell: null }),
    constants: { signals: SIGNALS },
  });
});
