/** A number as people read it. */
export const count = (value: number): string => value.toLocaleString("en");

/** Of how many test cases is spoken. */
export const countCases = (cases: number): string =>
  cases === 1 ? "1 case" : `${count(cases)} cases`;
