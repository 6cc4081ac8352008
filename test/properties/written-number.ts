import { Decimal } from "decimal.js";
import { nextDown, nextUp } from "./neighbouring-doubles.js";

/** Digits enough that no sum here is ever rounded. */
const Exact = Decimal.clone({ precision: 5000, minE: -9e15, maxE: 9e15 });

/** Beyond this a number is not written out in full. */
const MAX_SHIFT = 700n;

/** How far off a judge lets numbers be. */
export interface Tolerances {
  readonly epsilon: string | null;
  readonly relativeEpsilon: string | null;
}

/** `token` off by this much of what is allowed, exactly; undefined where that has no sensible length. */
export function offBy(
  token: string,
  { epsilon, relativeEpsilon }: Tolerances,
  count: number,
): string | undefined {
  const relative = new Exact(relativeEpsilon ?? 0).times(token).abs();
  const allowed = Exact.max(epsilon ?? 0, relative);
  const sum = new Exact(token).plus(allowed.times(count));
  return sum.isFinite() && Math.abs(sum.e) < 400 && sum.precision() < 2000
    ? sum.toString()
    : undefined;
}

interface Parts {
  readonly sign: string;
  readonly whole: string;
  readonly fraction: string;
  readonly exponent: bigint;
}

function partsOf(token: string): Parts | undefined {
  const found = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(token);
  if (found === null) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = found;
  return { sign, whole, fraction, exponent: BigInt(exponent) };
}

/** One of the other tokens for the same decimal number; undefined for what is no number. */
export function respelledNumber(token: string, choice: number): string | undefined {
  const parts = partsOf(token);
  if (parts === undefined) return undefined;
  const { sign, whole, fraction, exponent } = parts;
  const digits = BigInt(whole + fraction).toString();
  const power = exponent - BigInt(fraction.length);
  const spellings = [
    `${sign}${whole}.${fraction}0e${exponent}`,
    `${sign}${digits}e${power}`,
    `${sign}${digits === "0" ? digits : `${digits}000`}E${power - 3n}`,
    `${sign}0.${digits}e+${power + BigInt(digits.length)}`.replace("+-", "-"),
    `${sign}${digits[0]}.${digits.slice(1)}0e${power + BigInt(digits.length - 1)}`,
    ...(exponent === 0n
      ? [`${sign}${whole}.${fraction}0`, `${sign}${whole}.${fraction}00000`]
      : []),
    ...writtenOut(sign, digits, power),
    ...(digits === "0" ? ["0", "-0", "0.0", "-0e7"] : []),
  ];
  return spellings[choice % spellings.length];
}

function writtenOut(sign: string, digits: string, power: bigint): string[] {
  if (power > MAX_SHIFT || power < -MAX_SHIFT) return [];
  if (power >= 0n) return [`${sign}${digits === "0" ? "0" : digits + "0".repeat(Number(power))}`];
  const padded = digits.padStart(Number(-power) + 1, "0");
  const whole = padded.slice(0, Number(power));
  const fraction = padded.slice(Number(power));
  const plain = [`${sign}${whole}.${fraction}`];
  return /^0+$/.test(fraction) ? [`${sign}${whole}`, ...plain] : plain;
}

/** The same token with one digit another one. */
export function withOtherDigit(token: string, choice: number): string | undefined {
  const parts = partsOf(token);
  if (parts === undefined) return undefined;
  const mantissa = /^-?[\d.]+/.exec(token)?.[0] ?? "";
  const places = [...mantissa].flatMap((character, at) => (/\d/.test(character) ? [at] : []));
  const at = places[choice % places.length] ?? 0;
  const isLeading = at === parts.sign.length && parts.whole.length > 1;
  const other = token[at] === "9" ? "8" : String(Number(token[at]) + 1);
  return token.slice(0, at) + (isLeading && other === "0" ? "1" : other) + token.slice(at + 1);
}

/** The number with one digit more, as far behind the last as the choice says. */
export function withFartherDigit(token: string, choice: number): string | undefined {
  const parts = partsOf(token);
  if (parts === undefined) return undefined;
  const { sign, whole, fraction, exponent } = parts;
  const tail = exponent === 0n ? "" : `e${exponent}`;
  return `${sign}${whole}.${fraction}${"0".repeat(choice % 30)}1${tail}`;
}

/** The double beside the one that the token stands for, in its shortest digits. */
export function neighbouringDouble(token: string, choice: number): string | undefined {
  if (partsOf(token) === undefined) return undefined;
  const value = Number(token);
  if (!Number.isFinite(value)) return undefined;
  const neighbour = choice % 2 === 0 ? nextUp(value) : nextDown(value);
  if (!Number.isFinite(neighbour)) return "1e400";
  return Number.isInteger(neighbour) && choice % 4 < 2
    ? BigInt(neighbour).toString()
    : neighbour.toExponential();
}
