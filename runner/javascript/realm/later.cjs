// Has what few cases ask for made when one does: a file that comes later runs on the first use of what it adds.
(function later(kit) {
  "use strict";

  const { own, ask } = kit;
  const begun = { __proto__: null };

  /** What is not in the kit yet; nothing where no file adds it. */
  function find(_none, name) {
    const file = ask("file", name);
    if (file === undefined) throw new own.RangeError("Maximum call stack size exceeded");
    if (file < 0 || begun[file]) return undefined;
    begun[file] = true;
    try {
      kit.files[file](kit);
    } catch (fault) {
      // There may be more of the stack left the next time.
      begun[file] = false;
      throw fault;
    }
    return kit[name];
  }
  own.setPrototypeOf(kit, new Proxy({ __proto__: null }, { __proto__: null, get: find }));
});
