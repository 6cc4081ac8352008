// What programs use of Node's path.
(function paths(kit) {
  "use strict";

  kit.makePath = function makePath() {
    const add = (parts, part) => (part === ".." ? parts.slice(0, -1) : [...parts, part]);
    const normal = (path) => {
      const named = path.split("/").filter((part) => part !== "" && part !== ".");
      return (path[0] === "/" ? "/" : "") + named.reduce(add, []).join("/") || ".";
    };
    const basename = (path, end = "") => {
      const name = path.split("/").filter(Boolean).at(-1) ?? "";
      return end !== "" && name.endsWith(end) ? name.slice(0, -end.length) : name;
    };
    const extname = (path) => /[^/.](\.[^/.]*)$/.exec(path)?.[1] ?? "";
    return {
      sep: "/",
      delimiter: ":",
      join: (...parts) => normal(parts.filter(Boolean).join("/")),
      normalize: normal,
      resolve: (...parts) => normal(`/${parts.join("/")}`),
      basename,
      dirname: (path) => path.replace(/\/?[^/]*$/, "") || (path[0] === "/" ? "/" : "."),
      extname,
      isAbsolute: (path) => path[0] === "/",
    };
  };
});
