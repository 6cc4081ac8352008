// Node's `url` and `querystring`, beside the classes of the web.
(function addresses(kit) {
  "use strict";

  const { own } = kit;
  const LEGACY =
    /^([a-z][a-z\d+.-]*:)?(?:(\/\/)(?:([^/?#@]*)@)?([^/?#:]*)(?::(\d+))?)?([^?#]*)(\?[^#]*)?(#.*)?$/is;

  const escaped = (text) => encodeURIComponent(own.toWellFormed(text)).replace(/%7E/g, "~");
  const unescaped = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  function parseQuery(text, separator = "&", equals = "=") {
    const parsed = { __proto__: null };
    for (const part of text.split(separator)) {
      if (part === "") continue;
      const at = part.indexOf(equals);
      const [name, value] =
        at < 0 ? [part, ""] : [part.slice(0, at), part.slice(at + equals.length)];
      const key = unescaped(name.replaceAll("+", " "));
      const item = unescaped(value.replaceAll("+", " "));
      if (key in parsed) parsed[key] = [parsed[key], item].flat();
      else parsed[key] = item;
    }
    return parsed;
  }
  const written = (value) =>
    ["string", "number", "bigint", "boolean"].includes(typeof value) ? escaped(`${value}`) : "";
  const stringifyQuery = (object, separator = "&", equals = "=") =>
    own.join(
      Object.entries(object ?? {}).flatMap(([name, value]) =>
        [value].flat().map((one) => `${escaped(name)}${equals}${written(one)}`),
      ),
      separator,
    );
  kit.makeQuerystring = () => ({
    parse: parseQuery,
    decode: parseQuery,
    stringify: stringifyQuery,
    encode: stringifyQuery,
    escape: escaped,
    unescape: unescaped,
  });

  const orNull = (value) => (value === undefined || value === "" ? null : value);
  const lower = (value) => orNull(value)?.toLowerCase() ?? null;
  const LEGACY_PARTS = [
    "protocol",
    "slashes",
    "auth",
    "hostname",
    "port",
    "pathname",
    "search",
    "hash",
  ];
  const SHOWN =
    "protocol slashes auth host port hostname hash search query pathname path href".split(" ");
  function parse(address, withQuery = false) {
    const found = LEGACY.exec(`${address}`.trim()).slice(1).map(orNull);
    const parsed = Object.fromEntries(LEGACY_PARTS.map((name, at) => [name, found[at]]));
    for (const name of ["protocol", "hostname"]) parsed[name] = lower(parsed[name]);
    parsed.slashes &&= true;
    if (parsed.hostname !== null) parsed.pathname ??= "/";
    parsed.host = orNull(hostOf(parsed));
    parsed.path = orNull(`${parsed.pathname ?? ""}${parsed.search ?? ""}`);
    parsed.query = parsed.search?.slice(1) ?? null;
    parsed.href = format(parsed);
    if (withQuery) {
      parsed.search ??= "";
      parsed.query = parseQuery(parsed.query ?? "");
    }
    return Object.fromEntries(SHOWN.map((name) => [name, parsed[name]]));
  }
  const WEB = /^(?:https?|ftp|file|wss?):$/;
  function hostOf({ host, hostname, port }) {
    if (host) return host;
    const end = port ? `:${port}` : "";
    return hostname ? hostname + end : "";
  }
  function searchOf({ search, query }) {
    if (search || typeof query !== "object") return search ?? "";
    const asked = stringifyQuery(query);
    return asked === "" ? "" : `?${asked}`;
  }
  function pathOf({ pathname }, host) {
    const path = pathname ?? "";
    return host === "" || path === "" || path[0] === "/" ? path : `/${path}`;
  }
  function format(given) {
    if (typeof given === "string") return given;
    if (given instanceof kit.URL) return given.href;
    const protocol = (given.protocol ?? "").replace(/([^:])$/, "$1:");
    const host = hostOf(given);
    const slashes = given.slashes || (host !== "" && WEB.test(protocol)) ? "//" : "";
    const auth = given.auth ? `${given.auth}@` : "";
    const end = pathOf(given, host) + searchOf(given) + (given.hash ?? "");
    return protocol + slashes + auth + host + end;
  }
  function resolve(from, to) {
    const base = new kit.URL(from, "resolve://");
    const found = new kit.URL(to, base);
    return found.protocol === "resolve:" ? found.pathname + found.search + found.hash : found.href;
  }
  function fileURLToPath(given) {
    const address = typeof given === "string" ? new kit.URL(given) : given;
    if (address.protocol !== "file:")
      throw own.misuse(own.TypeError, "ERR_INVALID_URL_SCHEME", "The URL must be of scheme file");
    return decodeURIComponent(address.pathname);
  }

  kit.makeUrlModule = () => ({
    URL: kit.URL,
    URLSearchParams: kit.URLSearchParams,
    parse,
    format,
    resolve,
    fileURLToPath,
    pathToFileURL: (path) =>
      new kit.URL(
        `file://${kit.require("path").resolve(path).split("/").map(encodeURIComponent).join("/")}`,
      ),
    urlToHttpOptions: ({ protocol, hostname, port, pathname, search, href }) => ({
      ...{ protocol, hostname, port: port === "" ? undefined : +port },
      ...{ pathname, search, path: pathname + search, href },
    }),
  });
});
