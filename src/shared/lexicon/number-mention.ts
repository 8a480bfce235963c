export type NumberKind =
  'number' | 'ordinal' | 'percent' | 'fraction' | 'year' | 'month' | 'day' | 'weekday' | 'century' | 'decade'

/** A number or a part of a date as a text states it. Offsets are UTF-16 code units, half-open. */
export interface NumberMention {
  readonly kind: NumberKind
  /** A share as a share (3 % is .03), months 1–12, weekdays 1 (Monday) – 7, a decade by its two digits. */
  readonly value: number
  /**
   * The same on both sides for the same thing: numbers, ordinals, years and days by value (`23`), the others
   * marked (`3%`, `1/3`, `month5`, `weekday3`, `century19`, `decade90`).
   */
  readonly key: string
  readonly start: number
  readonly end: number
  /** Says little: a small number in words, `one`, `第一`, a number that is part of a name. */
  readonly isWeak: boolean
}

/** A mention with the key its kind and value have. */
export function mention(
  kind: NumberKind,
  value: number,
  start: number,
  end: number,
  isWeak = false,
): NumberMention {
  return { kind, value, key: keyOf(kind, value), start, end, isWeak }
}

/** A fraction keeps both its numbers in the key, so that one third needs no rounding. */
export function fractionMention(
  numerator: number,
  denominator: number,
  start: number,
  end: number,
  isWeak = false,
): NumberMention {
  const value = numerator / denominator
  return { kind: 'fraction', value, key: `${numerator}/${denominator}`, start, end, isWeak }
}

function keyOf(kind: NumberKind, value: number): string {
  switch (kind) {
    case 'month':
    case 'weekday':
    case 'century':
    case 'decade':
      return `${kind}${value}`
    case 'percent':
      return `${rounded(value * 100)}%`
    default:
      return String(rounded(value))
  }
}

/** Twelve significant digits, so that 1.64 × 10⁴ is 16,400. */
export function rounded(value: number): number {
  return Number(value.toPrecision(12))
}
