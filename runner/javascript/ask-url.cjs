"use strict";

/** Addresses as their parts, in texts: what the realm's own `URL` is made of. */

const PARTS = ["href", "origin", "protocol", "username", "password", "host", "hostname", "port"];
PARTS.push("pathname", "search", "hash");

/** JSON of an address's parts, after one of them was set if need be; undefined where it is none. */
function askUrl(href, base, part, value) {
  const address = base === "undefined" ? new URL(href) : new URL(href, base);
  if (PARTS.includes(part)) address[part] = value;
  return JSON.stringify(Object.fromEntries(PARTS.map((name) => [name, address[name]])));
}

module.exports = { askUrl };
