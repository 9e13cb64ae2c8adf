/** An address names terms by the key of their value behind this sign; without it stands a number. */
const TERMS = '~'

/** What a figure is set against, as an address says it: the value of other terms, by its key, or a number that was typed. */
export function readAgainst(against: string | null): { key: string | null; typed: string | null } {
  return against?.startsWith(TERMS) ? { key: against.slice(TERMS.length), typed: null } : { key: null, typed: against }
}

export function writeTerms(key: string): string {
  return TERMS + key
}
