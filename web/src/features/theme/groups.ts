import type { Theme } from '@causeway/shared/series'
import type { Words } from '@causeway/shared/words/words'
import groups from './groups.json' with { type: 'json' }

interface Group {
  words: Words
  /** Numbers of codes that belong to it, as the catalogue of the domain counts them; none: what no other group has. */
  numbers: readonly number[]
}

/** The indicators of each theme by what they are about, in the order of the catalogue. */
const GROUPS: Record<Theme, readonly Group[]> = groups

const PEOPLE: Words = { zh: '人数总览', en: 'People in all' }
/** Everybody enrolled leads no theme: it comes last among what is measured by it. */
const DENOMINATOR = 'DN01'
const OWN: Words = { zh: '本校自定指标', en: 'Indicators of our own' }

/** What is said of a theme, group by group; groups without anything are left out. */
export function groupByTopic<One extends { indicator: { code: string } }>(
  theme: Theme,
  all: readonly One[],
): { words: Words; members: One[] }[] {
  const groupOf = ({ indicator: { code } }: One): Words => {
    const [, letters, number] = /^([A-Z]{2})(\d\d)/.exec(code) ?? []
    if (code === DENOMINATOR) return GROUPS[theme][0]!.words
    if (letters === 'DN') return PEOPLE
    return GROUPS[theme].find(({ numbers }) => numbers.includes(Number(number)))?.words ?? OWN
  }
  const isLast = ({ indicator: { code } }: One) => Number(code === DENOMINATOR)
  const members = Map.groupBy(
    all.toSorted((a, b) => isLast(a) - isLast(b)),
    groupOf,
  )
  return [PEOPLE, ...GROUPS[theme].map(({ words }) => words), OWN].flatMap((words) => {
    const own = members.get(words)
    return own ? [{ words, members: own }] : []
  })
}
