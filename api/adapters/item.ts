/** An item as the document client gives it: numbers are their digits, since it rounds none. */
export type Item = Readonly<Record<string, unknown>>;
