/** The elements of an array, each as it was written. The text must be valid JSON. */
export function elementsOf(arrayJson: string): string[] {
  const parts = partsOf(arrayJson);
  return parts.length === 1 && parts[0] === "" ? [] : parts;
}

/** A member of an object as it was written, of several the last. The text must be valid JSON. */
export function memberOf(objectJson: string, key: string): string | undefined {
  for (const part of partsOf(objectJson).reverse()) {
    const endOfKey = endOfString(part, 0);
    if (part !== "" && JSON.parse(part.slice(0, endOfKey)) === key) {
      return part.slice(part.indexOf(":", endOfKey) + 1).trim();
    }
  }
  return undefined;
}

const DEPTH_CHANGE: Readonly<Record<string, number>> = { "[": 1, "{": 1, ",": 0, "]": -1, "}": -1 };

/** Cuts the outermost array or object at its commas, without recursion. */
function partsOf(text: string): string[] {
  const structural = /["[\]{},]/g;
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let found = structural.exec(text); found !== null; found = structural.exec(text)) {
    const { 0: mark, index } = found;
    const change = DEPTH_CHANGE[mark];
    if (change === undefined) {
      structural.lastIndex = endOfString(text, index);
      continue;
    }
    if (depth === 1 && change < 1) parts.push(text.slice(start, index).trim());
    depth += change;
    if (depth === 1 && change > -1) start = index + 1;
  }
  return parts;
}

/** The offset behind the quote that ends the string opened at `open`. */
function endOfString(text: string, open: number): number {
  const mark = /["\\]/g;
  mark.lastIndex = open + 1;
  for (let found = mark.exec(text); found?.[0] === "\\"; found = mark.exec(text)) {
    mark.lastIndex += 1;
  }
  return mark.lastIndex;
}
