const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["nbsp", "\u00a0"],
]);

/** Text in which the HTML entities that Markdown is written with stand for themselves. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:([a-z]+)|#(\d{1,7}));/g, (entity, name: string, digits: string) =>
    name === undefined ? codePoint(Number(digits)) : (NAMED.get(name) ?? entity),
  );
}

function codePoint(number: number): string {
  return number > 0 && number <= 0x10ffff ? String.fromCodePoint(number) : "\ufffd";
}
