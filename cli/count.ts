/** A number as people read it. */
export const count = (value: number): string => value.toLocaleString("en");

/** Of how many things is spoken, by the name of one: "1 case", "1,204 cases". */
export const countOf = (value: number, thing: string): string =>
  `${count(value)} ${value === 1 ? thing : `${thing}s`}`;
