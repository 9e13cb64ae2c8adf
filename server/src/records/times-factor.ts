/** Digits that a decimal keeps through a multiplication. */
const DIGITS = 15

/** A decimal as its column holds it: times the field's factor. 1.1 times 100 is 110, and not a little more, as floating numbers have it. */
export function timesFactor(value: number, factor: number): number {
  const product = value * factor
  return Number.isInteger(product) ? product : Number(product.toPrecision(DIGITS))
}
