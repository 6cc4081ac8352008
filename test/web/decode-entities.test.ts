import { expect, it } from "vitest";
import { decodeEntities } from "../../web/parts/decode-entities.js";

it("has HTML's entities stand for themselves", () => {
  expect(decodeEntities("1 &lt; 2 &amp;&#38; 3")).toBe("1 < 2 && 3");
});

it.each(["&constructor;", "&valueOf;", "&unheardof;"])("leaves %s as it is written", (entity) => {
  expect(decodeEntities(entity)).toBe(entity);
});
