import type { Decision } from './decision.ts'

/** What an institution's decisions come to: which code represents which, chains followed to their end. */
export class Identity {
  readonly decisions: readonly Decision[]
  /** By record type: from a code to the one that represents it. */
  readonly #ends = new Map<string, Map<string, string>>()
  readonly #leftOut = new Map<string, string[]>()

  constructor(decisions: readonly Decision[]) {
    this.decisions = decisions
    for (const [recordType, list] of Map.groupBy(decisions, (decision) => decision.recordType)) {
      const next = new Map(list.flatMap(({ code, sameAs }) => (sameAs === null ? [] : [[code, sameAs] as const])))
      const ends = new Map<string, string>()
      for (const code of next.keys()) {
        const end = follow(next, code)
        if (end !== code) ends.set(code, end)
      }
      this.#ends.set(recordType, ends)
      const isOneThing = ({ code, relation }: Decision) =>
        (relation === 'same' || relation === 'duplicate') && ends.has(code)
      const leftOut = list.filter(isOneThing).map(({ code }) => code)
      this.#leftOut.set(recordType, leftOut)
    }
  }

  /** The code that represents a code: itself where nothing was decided. */
  canonical(recordType: string, code: string): string {
    return this.#ends.get(recordType)?.get(code) ?? code
  }

  /** The codes that another represents, and which. */
  aliases(recordType: string): ReadonlyMap<string, string> {
    return this.#ends.get(recordType) ?? NONE
  }

  /** Every code of a type that something was decided of, what was split among them. */
  decided(recordType: string): string[] {
    return this.decisions.flatMap((one) => (one.recordType === recordType ? [one.code] : []))
  }

  /** The codes from one to the one that represents it, that last one left out. */
  chain(recordType: string, code: string): string[] {
    const end = this.canonical(recordType, code)
    const chain: string[] = []
    for (let at: string | null | undefined = code; at != null && at !== end;) {
      chain.push(at)
      const here: string = at
      at = this.decisions.find((one) => one.recordType === recordType && one.code === here)?.sameAs
    }
    return chain
  }

  /** Every code that means the same as one of these, they themselves among them. */
  alike(recordType: string, codes: readonly string[]): string[] {
    const ends = new Set(codes.map((code) => this.canonical(recordType, code)))
    const others = [...this.aliases(recordType)].flatMap(([code, end]) => (ends.has(end) ? [code] : []))
    return [...new Set([...codes, ...ends, ...others])]
  }

  /**
   * Codes whose own record is the same as another's and is not counted beside it. A predecessor that was renamed or merged was a
   * separate thing in its time, and keeps its register record.
   */
  leftOut(recordType: string): readonly string[] {
    return this.#leftOut.get(recordType) ?? []
  }
}

const NONE: ReadonlyMap<string, string> = new Map()

/** A circle, which no check lets in but which a revert may close, leads nowhere: each code in it represents itself. */
function follow(next: ReadonlyMap<string, string>, code: string): string {
  const seen = new Set([code])
  for (let at = code; ;) {
    const following = next.get(at)
    if (following === undefined) return at
    if (seen.has(following)) return code
    seen.add(following)
    at = following
  }
}
