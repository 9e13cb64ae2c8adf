import type { Declaration } from './definition.ts'

/** What follows from declarations alone is found once: it is asked for every indicator, basis and year. */
export function once<Found>(find: (declaration: Declaration) => Found): (declaration: Declaration) => Found {
  const found = new WeakMap<Declaration, { is: Found }>()
  return (declaration) => {
    const known = found.get(declaration) ?? { is: find(declaration) }
    found.set(declaration, known)
    return known.is
  }
}

/** As `once`, for each catalogue that it is asked of. */
export function oncePerCatalogue<Found>(
  find: (indicators: readonly Declaration[], declaration: Declaration) => Found,
): (indicators: readonly Declaration[], declaration: Declaration) => Found {
  const found = new WeakMap<readonly Declaration[], (declaration: Declaration) => Found>()
  return (indicators, declaration) => {
    const ofThese = found.get(indicators) ?? once((one) => find(indicators, one))
    found.set(indicators, ofThese)
    return ofThese(declaration)
  }
}
