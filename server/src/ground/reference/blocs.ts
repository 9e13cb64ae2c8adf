import { toDay, type Day } from '@causeway/shared/day'
import type { Words } from '@causeway/shared/words/words'
import { readShipped, type Confidence } from '../shipped-yaml.ts'

export interface Membership {
  country: string
  from: Day
  /** The last day; null: still a member. */
  to: Day | null
}

export interface Bloc {
  /** `belt-and-road`, `central-asia-5`, `asean`, `sco`, `brics`. */
  id: string
  name: Words
  source: string
  /** How sure we are of the dates. */
  confidence: Confidence
  members: Membership[]
}

type BlocsFile = Record<
  string,
  Pick<Bloc, 'name' | 'source' | 'confidence'> & { members: { from: string; to?: string; countries: string }[] }
>

const file = readShipped<BlocsFile>(import.meta.dirname, 'data/blocs.yaml')
export const BLOCS_TEXT = file.text

/** In the order they are shown. A country may be in several. */
export const BLOCS: readonly Bloc[] = Object.entries(file.data).map(([id, { members, ...bloc }]) => ({
  id,
  ...bloc,
  members: members.flatMap(({ from, to, countries }) =>
    countries.split(' ').map((country) => ({ country, from: toDay(from), to: to === undefined ? null : toDay(to) })),
  ),
}))

/** Whether a country is a member on a day. */
export function isInBloc(bloc: string, country: string, day: Day): boolean {
  const members = BLOCS.find(({ id }) => id === bloc)?.members ?? []
  return members.some((one) => one.country === country && one.from <= day && (one.to === null || one.to >= day))
}
