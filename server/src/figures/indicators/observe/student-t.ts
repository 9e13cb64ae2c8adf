const LEVEL = 0.95

/** Parts of Student's distribution by degrees of freedom: asked for again and again. */
const known = new Map<number, number>()

/** The t within which 95 % of Student's distribution lie, for whole degrees of freedom. */
export function tWithin(degrees: number): number {
  let t = known.get(degrees)
  if (t === undefined) {
    t = solve(degrees)
    known.set(degrees, t)
  }
  return t
}

/** The part within t is the part within an angle, which halving finds. */
function solve(degrees: number): number {
  let [low, high] = [0, Math.PI / 2]
  for (let step = 0; step < 53; step++) {
    const middle = (low + high) / 2
    if (partWithin(middle, degrees) < LEVEL) low = middle
    else high = middle
  }
  return Math.sqrt(degrees) * Math.tan((low + high) / 2)
}

/** Of Student's distribution within ±√degrees·tan(angle): a sum that ends (Abramowitz and Stegun 26.7.3 and 26.7.4). */
function partWithin(angle: number, degrees: number): number {
  const cosine = Math.cos(angle)
  const isOdd = degrees % 2 === 1
  let term = isOdd ? cosine : 1
  let sum = degrees === 1 ? 0 : term
  for (let power = isOdd ? 3 : 2; power <= degrees - 2; power += 2) {
    term *= cosine * cosine * ((power - 1) / power)
    sum += term
  }
  return isOdd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum
}
