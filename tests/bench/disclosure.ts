import { discloseFamily } from '@causeway/server/figures/disclosure/disclose'
import type { FigureTable } from '@causeway/server/figures/disclosure/family'
import type { DimensionId, Measure } from '@causeway/server/figures/indicators/definition'
import type { Figure } from '@causeway/shared/figure'
import type { Scope } from '@causeway/shared/series'
import { declarationOf, holdsPersons, PERSONS, SHARE, count, EMPTY, family, rate } from '../unit/disclosure/families.ts'
import { seededRandom } from '../support/random.ts'
import type { Row } from './frame.ts'

const YEARS = 15
const COUNTRIES = ['CN', 'HK', 'MO', 'TW', ...Array.from({ length: 61 }, (_, at) => `X${at}`)]
const CONTINENTS = 6
const BLOCS = 8
const SCOPES: (Scope | null)[] = ['ABROAD', 'BORDER', null]
/** With country, continent and bloc 12 dimensions, each with so many categories. */
const OTHERS: Partial<Record<DimensionId, number>> = {
  ...{ programme: 9, department: 8, sex: 3, level: 4, funding: 3 },
  ...{ partner: 15, purpose: 6, competency: 10, platform: 8 },
}
const PLACES = {
  continentOf: (country: string) => `C${COUNTRIES.indexOf(country) % CONTINENTS}`,
  inBloc: (bloc: string, country: string) => (COUNTRIES.indexOf(country) * 7 + Number(bloc.slice(1)) * 5) % 11 < 5,
  placesOutside: (scope: Scope) => (scope === 'ABROAD' ? ['CN', 'HK', 'MO', 'TW'] : ['CN']),
}

type Person = Record<string, string> & { country: string; passed: string }

/** Some 6 persons a country, so that nearly all of it has to be weighed. */
function peopleOf(random: () => number): Person[] {
  const any = (categories: number) => Math.floor(random() * categories)
  return Array.from({ length: 400 }, () => ({
    country: COUNTRIES[any(COUNTRIES.length)]!,
    passed: String(random() < 0.85),
    ...Object.fromEntries(Object.entries(OTHERS).map(([id, categories]) => [id, `${any(categories)}`])),
  }))
}

function categoriesOf(dimension: string, person: Person): string[] {
  if (dimension === 'continent') return [PLACES.continentOf(person.country)]
  if (dimension !== 'bloc') return [person[dimension]!]
  return Array.from({ length: BLOCS }, (_, at) => `B${at}`).filter((bloc) => PLACES.inBloc(bloc, person.country))
}

const DIMENSIONS = ['country', 'continent', 'bloc', ...Object.keys(OTHERS)] as DimensionId[]

function tablesOf(figureOf: (category: string | null, members: readonly Person[]) => Figure): FigureTable[] {
  const random = seededRandom(65)
  return Array.from({ length: YEARS }, (_, at) => {
    const people = peopleOf(random)
    const period = { ...EMPTY.period, year: 2010 + at }
    return SCOPES.flatMap((scope) => {
      const outside = scope ? PLACES.placesOutside(scope) : []
      const inside = people.filter(({ country }) => !outside.includes(country))
      return [null, ...DIMENSIONS].map((dimension): FigureTable => {
        const placed = inside.flatMap((person) =>
          (dimension === null ? [null] : categoriesOf(dimension, person)).map((category) => ({ category, person })),
        )
        const figures = [...Map.groupBy(placed, ({ category }) => category)].map(([category, members]) => ({
          ...figureOf(
            category,
            members.map(({ person }) => person),
          ),
          period,
        }))
        return { scope, dimension, figures }
      })
    })
  }).flat()
}

const dimensions = Object.fromEntries(
  DIMENSIONS.map((id) => [id, ['country', 'continent', 'bloc'].includes(id) ? 'nationality' : id]),
)

/** The hardest family we could think of: 15 years, 65 countries, 12 dimensions and 3 scopes, in counts and in rates. */
function disclosureRow(what: string, measure: Measure, figureOf: Parameters<typeof tablesOf>[0]): Row {
  return {
    name: `hiding small cells of 15 years, 12 dimensions and 3 scopes: ${what}`,
    limit: '≤ 400 ms',
    async measure() {
      const tables = tablesOf(figureOf)
      const declaration = declarationOf(measure, null, { dimensions })
      // Of this thread: others that are busy do not count.
      const before = process.threadCpuUsage()
      discloseFamily(declaration, family(tables, PLACES), holdsPersons)
      const { user, system } = process.threadCpuUsage(before)
      return { value: (user + system) / 1000 }
    },
  }
}

export const disclosureRows: Row[] = [
  disclosureRow('counts', PERSONS, (category, members) => count(category, members.length)),
  disclosureRow('rates', SHARE, (category, members) =>
    rate(category, members.filter(({ passed }) => passed === 'true').length, members.length),
  ),
]
