/** An exact, non-negative fraction: what is earned of points must not drift as doubles do. */
export class Fraction {
  static readonly ZERO = new Fraction(0n, 1n);
  static readonly ONE = new Fraction(1n, 1n);

  private constructor(
    private readonly over: bigint,
    private readonly under: bigint,
  ) {}

  /** @param digits a decimal number >= 0 as JSON writes one, such as `2`, `0.5` or `1e3` */
  static fromDigits(digits: string): Fraction {
    const [mantissa = "", exponent = "0"] = digits.toLowerCase().split("e");
    const [whole = "", decimals = ""] = mantissa.split(".");
    const shift = Number(exponent) - decimals.length;
    const over = BigInt(whole + decimals) * 10n ** BigInt(Math.max(shift, 0));
    return Fraction.reduced(over, 10n ** BigInt(Math.max(-shift, 0)));
  }

  private static reduced(over: bigint, under: bigint): Fraction {
    const divisor = greatestCommonDivisor(over, under);
    return new Fraction(over / divisor, under / divisor);
  }

  plus(other: Fraction): Fraction {
    return Fraction.reduced(
      this.over * other.under + other.over * this.under,
      this.under * other.under,
    );
  }

  times(other: Fraction): Fraction {
    return Fraction.reduced(this.over * other.over, this.under * other.under);
  }

  /** By another than 0. */
  dividedBy(other: Fraction): Fraction {
    return Fraction.reduced(this.over * other.under, this.under * other.over);
  }

  equals(other: Fraction): boolean {
    return this.over === other.over && this.under === other.under;
  }

  get isZero(): boolean {
    return this.over === 0n;
  }

  /** The whole number that is nearest, a half rounded up. */
  rounded(): number {
    return Number((2n * this.over + this.under) / (2n * this.under));
  }

  /** As a number with at most six decimals. */
  toNumber(): number {
    return this.times(MILLION).rounded() / 1e6;
  }

  toString(): string {
    return this.under === 1n ? String(this.over) : `${this.over}/${this.under}`;
  }
}

const MILLION = Fraction.fromDigits("1e6");

function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  let [divisor, rest] = [one, other];
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
  return divisor;
}
