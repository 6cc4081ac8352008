// Node's path.
(function paths(kit) {
  "use strict";

  const { own } = kit;
  const text = (given, what = "path") => {
    if (typeof given !== "string") throw own.wrongType(what, "of type string", given);
    return given;
  };
  const rooted = (path) => path[0] === "/";

  function add(parts, part, isRooted) {
    const isUp = part === "..";
    if (part === "" || part === ".") return;
    if (isUp && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (!isUp || !isRooted) own.push(parts, part);
  }
  function normalize(given) {
    const path = text(given);
    const parts = [];
    for (const part of path.split("/")) add(parts, part, rooted(path));
    const whole = own.join(parts, "/") || (rooted(path) ? "" : ".");
    const end = path.endsWith("/") && whole !== "" ? "/" : "";
    return (rooted(path) ? "/" : "") + whole + end;
  }
  function join(...parts) {
    const named = parts.filter((part) => text(part) !== "");
    return named.length === 0 ? "." : normalize(own.join(named, "/"));
  }
  function resolve(...parts) {
    const named = parts.filter((part) => text(part) !== "");
    const from = named.findLastIndex(rooted);
    return trimmed(normalize(`/${own.join(named.slice(Math.max(0, from)), "/")}`));
  }
  const trimmed = (path) => (path.length > 1 ? path.replace(/(?!^)\/+$/, "") : path);
  function basename(path, end = "") {
    const name = trimmed(text(path)).split("/").at(-1);
    return end !== "" && name !== end && name.endsWith(end) ? name.slice(0, -end.length) : name;
  }
  function dirname(given) {
    const path = trimmed(text(given));
    const at = path.lastIndexOf("/");
    if (at < 0) return ".";
    return at === 0 ? "/" : trimmed(path.slice(0, at));
  }
  const extname = (path) => /[^/.][^/]*?(\.[^/.]*)$/.exec(basename(path))?.[1] ?? "";
  function relative(from, to) {
    const [one, other] = [from, to].map((path) => resolve(path).split("/").filter(Boolean));
    let shared = 0;
    while (shared < one.length && shared < other.length && one[shared] === other[shared])
      shared += 1;
    return own.join([...one.slice(shared).map(() => ".."), ...other.slice(shared)], "/");
  }
  function parse(path) {
    const root = rooted(text(path)) ? "/" : "";
    const base = path === "/" ? "" : basename(path);
    const ext = extname(base);
    const folder = dirname(path);
    const dir = folder === "." && !path.includes("/") ? "" : folder;
    return { root, dir, base, ext, name: base.slice(0, base.length - ext.length) };
  }
  function format({ dir, root = "", base, name = "", ext = "" }) {
    const file = base ?? name + (ext === "" || ext[0] === "." ? ext : `.${ext}`);
    if (!dir) return root + file;
    return dir === root ? dir + file : `${dir}/${file}`;
  }

  kit.makePath = function makePath() {
    const path = { sep: "/", delimiter: ":", join, normalize, resolve, basename, dirname, extname };
    Object.assign(path, { relative, parse, format, isAbsolute: (one) => rooted(text(one)) });
    path.toNamespacedPath = (one) => one;
    path.posix = path;
    path.win32 = { ...path, sep: "\\", delimiter: ";" };
    return path;
  };
});
