import {
  COHORT,
  daysOf,
  distinct,
  FLOW,
  isDuring,
  isWithin,
  latestPer,
  named,
  percent,
  percentOfRows,
  personDays,
  persons,
  sum,
  tuple,
  type Asked,
  type Entry,
  type Told,
} from './asked.ts'
import type { Row } from './row.ts'

export const SKILLS: Record<string, Entry> = {
  SK01: {
    bases: FLOW,
    covers: ['competition-result'],
    scope: 'BORDER',
    answer: (asked) => {
      const awards = results(asked, ({ award, medal }) => award !== null || medal !== null)
      return distinct(awards.map(entryOf))
    },
  },
  SK02: {
    bases: FLOW,
    covers: ['competition-result'],
    scope: null,
    answer: (asked) => {
      const points: Record<string, number> = { gold: 4, silver: 3, bronze: 2, medallion: 1 }
      const medals = results(asked, ({ series, medal }) => series === 'worldskills' && medal !== null)
      return sum(bestPer(medals, entryOf, ({ medal }) => points[medal!]!).map(({ medal }) => points[medal!]!))
    },
  },
  SK03: {
    bases: FLOW,
    covers: ['competition-result'],
    scope: null,
    answer: (asked) => {
      const scored = bestPer(
        results(asked, ({ series, score, scale }) => series === 'worldskills' && score !== null && scale !== null),
        entryOf,
        ({ score }) => score!,
      )
      const scales = new Set(scored.map(({ scale }) => scale))
      return scales.size === 1 ? sum(scored.map(({ score }) => score!)) / scored.length : null
    },
  },
  SK06: {
    bases: FLOW,
    covers: ['certificate-award'],
    scope: null,
    answer: (asked) => {
      const candidates = asked
        .book('certificate-award')
        .filter((row) => isWithin(asked, row.date))
        .filter(({ certificate }) => {
          const its = named(asked.book('certificate-type'), certificate)!
          return (its.international === 1 || asked.isAbroad(its.country)) && asked.inScope(its.country)
        })
      return percentOfRows(candidates, ({ awarded }) => awarded === 1, persons)
    },
  },
  SK08: {
    bases: FLOW,
    covers: ['language-result'],
    answer: (asked) => {
      const results = asked
        .book('language-result')
        .filter((row) => row.scale === 'occupational-chinese' && isWithin(asked, row.date))
      return percentOfRows(
        latestPer(results, ({ person }) => person!),
        ({ level, required_level }) => required_level !== null && Number(level) >= required_level,
      )
    },
  },
  SK19: {
    bases: COHORT,
    covers: ['survey-result'],
    answer: (asked) =>
      positiveOfAnswered(
        asked.book('survey-result').filter((row) => row.question === 'promotion-3y' && row.class === asked.class),
      ),
  },
  SK21: {
    bases: FLOW,
    covers: ['survey-result'],
    answer: (asked) => satisfaction(asked, ['employer']),
  },
  SK22: {
    bases: FLOW,
    covers: ['survey-result'],
    answer: (asked) => satisfaction(asked, ['learner', 'international-learner']),
  },
  SK23: {
    bases: FLOW,
    covers: ['placement'],
    scope: null,
    answer: (asked) =>
      personDays(
        asked,
        atEnterprises(asked).filter(({ country }) => asked.inScope(country)),
      ),
  },
  SK24: {
    bases: FLOW,
    covers: ['placement', 'enrolment'],
    scope: null,
    answer: (asked) => {
      const ofPeriod = (rows: Row[]) =>
        persons(rows.filter((row) => isDuring(asked, row) && asked.inScope(row.nationality)))
      const placed = atEnterprises(asked).filter((row) => daysOf(asked, row) >= 5)
      return percent(ofPeriod(placed), ofPeriod(asked.book('enrolment')))
    },
  },
}

/** The rows of one team may contradict one another: the best, then the latest, then what they say otherwise. */
function bestPer(rows: Row[], keyOf: (row: Row) => string, valueOf: (row: Row) => number): Row[] {
  const sayings = [
    'series',
    'date',
    'level',
    'country',
    'abroad',
    'represents',
    'rank',
    'award',
    'medal',
    'score',
    'scale',
  ]
  const saying = (row: Row, name: string) => (row as unknown as Record<string, string | number | null>)[name] ?? null
  const isBetter = (a: Row, b: Row): boolean => {
    if (valueOf(a) !== valueOf(b)) return valueOf(a) > valueOf(b)
    if (a.date !== b.date) return a.date! > b.date!
    const [one, other] = [a, b].map((row) => (saying(row, 'source_id') === null ? '' : row.key)) as [string, string]
    if (one !== other) return one < other
    const [own, theirs] = sayings.map((name) => [saying(a, name), saying(b, name)]).find(([x, y]) => x !== y) ?? [
      null,
      null,
    ]
    if (own === theirs) return false
    return own === null || (theirs !== null && own! < theirs!)
  }
  return [...Map.groupBy(rows, keyOf).values()].map((some) =>
    some.reduce((best, row) => (isBetter(row, best) ? row : best)),
  )
}

function results(asked: Asked, meets: (row: Row) => boolean): Row[] {
  return asked
    .book('competition-result')
    .filter((row) => meets(row) && isWithin(asked, row.date) && asked.inScope(row.country))
}

/** One an event, skill and team, or person where no team is named. */
function entryOf({ event, skill, team, person }: Row): string {
  return tuple(event, skill, team ?? person)
}

/** With the response rate. */
function positiveOfAnswered(rows: Row[]): Told {
  const [positive, answered, asked] = (['positive', 'answered', 'asked'] as const).map((name) =>
    sum(rows.map((row) => row[name]!)),
  ) as [number, number, number]
  return { value: percent(positive, answered), coverage: percent(answered, asked) }
}

function satisfaction(asked: Asked, audiences: string[]): Told {
  return positiveOfAnswered(
    asked
      .book('survey-result')
      .filter((row) => row.question === 'satisfaction' && audiences.includes(row.audience!))
      .filter((row) => isWithin(asked, row.date)),
  )
}

function atEnterprises(asked: Asked): Row[] {
  return asked.book('placement').filter(({ partner }) => named(asked.book('partner'), partner)!.type === 'enterprise')
}
