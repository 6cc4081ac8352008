import fc from "fast-check";
import { meanDigits, nextUp } from "./neighbouring-doubles.js";

const words = (text: string) => text.split(" ");

/** Where doubles, integers and their readers are known to part company. */
const NOTABLE = [
  ...words("0 -0 1 -1 10 0.0 -0.0 0e0 -0e-5 0E+999999999999 1.0 1e0 10e-1 1E+00 0.1 0.10 100e-3"),
  ...words("0.30000000000000004 0.3 0.1000000000000000055511151231257827 1e22 1e23 1e21 1e16"),
  ...words(
    "9007199254740991 9007199254740992 9007199254740993 9007199254740993.0 -9007199254740993",
  ),
  ...words("999999999999999 1000000000000000 123456789012345678 1e400 -1e400 1e308 -1e309"),
  ...words("1.7976931348623157e308 1.797693134862315807e308 1.797693134862315808e308 -4e-324"),
  ...words("5e-324 2.4703282292062327e-324 2.4703282292062328e-324 1e-400 1e-8000000000000000"),
  ...words("2.2250738585072014e-308 2.2250738585072011e-308 1e-999999999999999"),
];

const WHOLES = words("0 1 2 9 10 99 100 9007199254740993 123456789012345678901");
const FRACTIONS = [
  "",
  ...words(".0 .00 .5 .25 .1 .000001 .9999999999999999 .50000000000000000001"),
];
const EXPONENTS = ["", ...words("e0 E+00 e1 e-1 e+16 E22 e-7 e300 e-330 e400 e-400")];

const composed = fc
  .tuple(
    fc.constantFrom("", "-"),
    fc.constantFrom(...WHOLES),
    fc.constantFrom(...FRACTIONS),
    fc.constantFrom(...EXPONENTS),
  )
  .map((parts) => parts.join(""));

const smallInteger = fc.integer({ min: -12, max: 12 }).map(String);

const powerOfTwo = fc
  .tuple(
    fc.constantFrom(31n, 52n, 53n, 54n, 63n, 64n, 100n, 1023n, 1024n),
    fc.integer({ min: -3, max: 3 }),
  )
  .map(([power, offset]) => String(2n ** power + BigInt(offset)));

const powerOfTen = fc
  .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: -1, max: 1 }))
  .map(([power, offset]) => String(10n ** BigInt(power) + BigInt(offset)));

const longInteger = fc.bigInt({ min: -(10n ** 300n), max: 10n ** 300n }).map(String);

const double = fc.double({ noNaN: true, noDefaultInfinity: true });

/** As few digits as tell it from its neighbours. */
const shortDouble = double.map((value) => (Object.is(value, -0) ? "-0.0" : String(value)));

/** All the digits that a double has, up to a thousand. */
const wholeDouble = double.map((value) => meanDigits(value, value));

/** Exactly between two doubles, where only the last bit says which way to round. */
const betweenDoubles = double
  .filter((value) => Math.abs(value) < Number.MAX_VALUE)
  .map((value) => meanDigits(value, nextUp(value)));

/** A number in any of the ways that JSON has to write one. */
export const numberToken: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: smallInteger },
  { weight: 4, arbitrary: fc.constantFrom(...NOTABLE) },
  { weight: 4, arbitrary: composed },
  { weight: 2, arbitrary: shortDouble },
  { weight: 1, arbitrary: wholeDouble },
  { weight: 1, arbitrary: betweenDoubles },
  { weight: 1, arbitrary: powerOfTwo },
  { weight: 1, arbitrary: powerOfTen },
  { weight: 1, arbitrary: longInteger },
);
