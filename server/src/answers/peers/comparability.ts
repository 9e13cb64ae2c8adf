import type { Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import { fill, type Words } from '@causeway/shared/words/words'
import { basisWords, scopeWords } from '@causeway/shared/words/terms'
import type { Gap } from '@causeway/shared/figure'
import { badCursor, fromCursor } from '../../ground/cursor.ts'
import type { Rate } from '../../figures/indicators/observe/interval.ts'
import WORDS from './differences.json' with { type: 'json' }

export const DIFFERENCE_CODES = [
  'OTHER_EDITION',
  'EDITION_NOT_SAID',
  'OTHER_BASIS',
  'OTHER_SCOPE',
  'SCOPE_NOT_SAID',
  'COUNTED_ALREADY',
] as const
export type DifferenceCode = (typeof DIFFERENCE_CODES)[number]

/** Why a published number is not of the same thing as what is compared. */
export interface Difference {
  code: DifferenceCode
  message: Words
}

/** What is compared. `editions`: names under which its definition is published; an empty one: published without an edition. */
export interface Definition {
  basis: Basis
  /** Null: no scope acts on the indicator. */
  scope: Scope | null
  editions: readonly string[]
}

/** What was published, as far as it is known. `edition` empty and `scope` null: the source does not say. */
export interface Published {
  basis: Basis
  scope: Scope | null
  edition: string
}

/** In what the two differ; nothing is assumed of what the source does not say. */
export function listDifferences(wanted: Definition, published: Published): Difference[] {
  const differences: Difference[] = []
  if (!wanted.editions.includes(published.edition)) {
    const compared = wanted.editions.filter((edition) => edition !== '' && !edition.includes('/'))
    differences.push(published.edition === '' ? plainly('EDITION_NOT_SAID') : otherEdition(published.edition, compared))
  }
  if (published.basis !== wanted.basis)
    differences.push(other('OTHER_BASIS', basisWords[published.basis], basisWords[wanted.basis]))
  if (wanted.scope !== null && published.scope === null) differences.push(plainly('SCOPE_NOT_SAID'))
  else if (published.scope !== wanted.scope)
    differences.push(other('OTHER_SCOPE', scopeText(published.scope), scopeText(wanted.scope)))
  return differences
}

/** The peer is in the comparison with another number already. */
export const countedAlready = (): Difference => plainly('COUNTED_ALREADY')

/** Of a figure counted here, where the edition that is compared is none that any official table asks for it in. */
export function otherEdition(edition: string | null, compared: readonly string[]): Difference {
  const zh = compared.map((it) => `“${it}”`).join('、')
  const en = compared.map((it) => `"${it}"`).join(', ')
  const words = edition === null ? 'COUNTED_HERE' : compared.length === 0 ? 'OTHER_EDITION' : 'OTHER_THAN'
  return { code: 'OTHER_EDITION', message: fill(WORDS[words], { edition, comparedZh: zh, comparedEn: en }) }
}

function plainly(code: 'EDITION_NOT_SAID' | 'SCOPE_NOT_SAID' | 'COUNTED_ALREADY'): Difference {
  return { code, message: WORDS[code] }
}

function other(code: 'OTHER_BASIS' | 'OTHER_SCOPE', published: Words, wanted: Words): Difference {
  const facts = { publishedZh: published.zh, publishedEn: published.en, wantedZh: wanted.zh, wantedEn: wanted.en }
  return { code, message: fill(WORDS[code], facts) }
}

function scopeText(scope: Scope | null): Words {
  return scope === null ? { zh: '不限', en: 'none' } : scopeWords[scope]
}

/**
 * Where the number of a peer comes from, or why there is none. BLANK, NONE (无) and DASH (—) stood where a number would; none of
 * them is 0. COMPUTED: counted here, from the peer's own records. NOT_COLLECTED: nobody has looked up what it published.
 */
export const PEER_STATUSES = ['PUBLISHED', 'COMPUTED', 'BLANK', 'NONE', 'DASH', 'NOT_COLLECTED'] as const
export type PeerStatus = (typeof PEER_STATUSES)[number]

/** One number of one peer, or why there is none, and whether it may be compared. */
export interface PeerFigure {
  /** Code or name, as it was recorded. */
  peer: string
  name: Words
  /** Code, where it is an institution known here. */
  institution: string | null
  status: PeerStatus
  /** Unrounded where it was computed, else as it was published. */
  value: number | null
  /** Of a computed one without a value. */
  gap: Gap | null
  /** What the rate was made from; null: no rate of persons, or not published. */
  rate: Rate | null
  basis: string | null
  scope: Scope | null
  edition: string | null
  source: string | null
  page: string | null
  /** In what it is another thing than what is compared; none: it is comparable. */
  differences: Difference[]
}

/** It has a number, and that number is of the same thing. */
export function isCompared(figure: Pick<PeerFigure, 'value' | 'differences'>): boolean {
  return figure.value !== null && figure.differences.length === 0
}

/** What tells one number from all others: a peer may have published several, and several institutions may have recorded one. */
export function placeOf({ peer, status, value, edition, basis, scope, source, page }: PeerFigure): string {
  return JSON.stringify([peer, status === 'COMPUTED' ? status : [status, value, edition, basis, scope, source, page]])
}

/** Where in a list the number is that a cursor names. Throws `BAD_PAGE` where there is none such. */
export function findPlace(figures: readonly PeerFigure[], cursor: string): number {
  const place = fromCursor(cursor)
  const found = figures.findIndex((figure) => placeOf(figure) === place)
  if (found < 0) throw badCursor()
  return found
}
