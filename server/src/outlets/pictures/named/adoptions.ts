import type { Words } from '@causeway/shared/words/words'
import { readDayAsked } from '../../../figures/standing.ts'
import type { InstitutionFacts } from '../../../records/institutions.ts'
import { readNames } from '../../../records/record-names.ts'
import { recordTypeOf } from '../../../records/record-types.ts'
import { countryName } from '../../../ground/reference/countries.ts'
import { dayOf, findOwnCollege, type NamedView, type ReadView, textOf, type ViewCell } from '../named-view.ts'
import type { AskedData } from '../../graph/context.ts'
import { adoptionLivesView, byLastMove } from '@causeway/shared/views/adoption-lives-view'
import { type Adoption, readAllAdoptions, readSubjects } from '../../../answers/adoptions/list-adoptions.ts'
import {
  type LifeCycle,
  type Mark,
  MARKS,
  type Stage,
  STAGE_WORDS,
  stageWords,
} from '../../../answers/adoptions/life-cycle.ts'
import { toRecordId } from '../../../ground/cursor.ts'
import { readTogether } from '../../../records/read-together.ts'
import { adoptionStatesView } from '@causeway/shared/views/adoption-states-view'
import { readAdoptionStates, type StateCounts } from '../../../answers/adoptions/adoption-states.ts'
import type { Database } from '../../../ground/database/database.ts'

interface AdoptionsAsked {
  /** As of the time that is asked about. */
  database: Database
  institution: InstitutionFacts
  request: { institution: string; on: string; standard: string | null; country: string | null }
  /** Of what alone, in words. */
  narrowed: Words[]
  /** The page that shows them. */
  page: ReadView['page']
}

/** Which adoptions, and on which day, as the graph takes it; refuses as the graph does. */
async function readAdoptionsAsked(asked: AskedData): Promise<AdoptionsAsked> {
  const day = dayOf(asked, 'on')
  const [standard, country] = [textOf(asked, 'standard'), textOf(asked, 'country')]
  const { causeway, institution } = await findOwnCollege(asked)
  const { database } = causeway
  const on = await readDayAsked(database, institution.code, day)
  const names = standard
    ? await readNames(database.quick, recordTypeOf('standard'), institution.code, [standard])
    : new Map<string, Words>()
  return {
    database,
    institution,
    request: { institution: institution.code, on, standard, country },
    narrowed: [
      ...(standard ? [names.get(standard) ?? { zh: standard, en: standard }] : []),
      ...(country ? [countryName(country)] : []),
    ],
    page: {
      path: standard
        ? `/standard/${encodeURIComponent(standard)}`
        : country
          ? `/country/${encodeURIComponent(country)}`
          : '/standards',
      query: { on: day },
    },
  }
}

const LIFE_COLUMNS = [
  ...['institution', 'on', 'standard', 'resource', 'title', 'country', 'country_name', 'adopter', 'type', 'state'],
  ...['since', 'in_force', 'live'],
  ...MARKS.map((mark) => mark.toLowerCase()),
  ...['record', 'revision'],
]

/** As `adoptions` of the graph, the latest to move first. */
export const adoptionLives: NamedView = {
  name: 'adoption-lives',
  parameters: ['on', 'standard', 'country'],
  read: async (asked) => {
    const { database, institution, request, narrowed, page } = await readAdoptionsAsked(asked)
    const adoptions = readTogether(await readAllAdoptions(database, request))
    const titles = await readSubjects(database, adoptions)
    const lives = byLastMove(
      adoptions.map((adoption) => ({
        ...toLife(adoption, titles.get(adoption)!),
        adoption,
        since: adoption.life.since,
      })),
    )
    const common = request.standard ? 'title' : request.country ? 'country' : null
    return {
      ...adoptionLivesView(lives, { on: request.on, institution: institution.name, common }),
      ...{ institution, narrowed, page },
      profile: 'EXACT',
      computedAt: institution.committedAt,
      codes: [],
      of: request.standard ?? request.country,
      rows: {
        columns: LIFE_COLUMNS,
        rows: lives.map(({ title, country, adoption: { record, values, life } }) => [
          ...[institution.code, request.on, text(values['standard']), text(values['resource']), title],
          ...[text(values['country']) ?? 'unknown', country, text(values['adopter']), text(values['type'])],
          ...[life.state, life.since, Number(life.inForce), Number(life.live)],
          ...MARKS.map((mark) => reachedOn(life, mark)),
          ...[toRecordId(record.id), institution.revision],
        ]),
      },
    }
  },
}

function toLife({ values, life }: Adoption, title: Words) {
  return {
    title,
    country: countryName(text(values['country']) ?? 'unknown'),
    adopter: text(values['adopter']) ?? '',
    state: life.state,
    stateLabel: stageWords(life.state),
    usedSince: life.usedSince,
    live: life.live,
    stages: life.stages.map(({ stage, date }) => ({ stage, label: STAGE_WORDS[stage], date })),
  }
}

function reachedOn({ stages, usedSince }: LifeCycle, mark: Mark): string | null {
  return mark === 'USED' ? usedSince : stages.find(({ stage }) => stage === mark)!.date
}

function text(value: unknown): string | null {
  return value === null || value === undefined || value === '' ? null : String(value)
}

const COUNTRY_COLUMNS = [
  ...['institution', 'on', 'country', 'name', 'total'],
  ...MARKS.map((mark) => mark.toLowerCase()),
  ...['not_begun', 'in_force', 'live', 'disordered', 'revision'],
]

/** As `adoptionStates` of the graph; its rows end with the whole, whose country is empty. */
export const adoptionsByCountry: NamedView = {
  name: 'adoptions-by-country',
  parameters: ['on', 'standard', 'country'],
  read: async (asked) => {
    const { database, institution, request, narrowed, page } = await readAdoptionsAsked(asked)
    const found = await readAdoptionStates(database, request)
    const counts = (one: StateCounts) => ({
      ...one,
      states: one.states.map(({ stage, count }) => ({ state: stage, label: stageWords(stage), count })),
    })
    const countries = found.countries.map((one) => ({ ...one, ...counts(one), label: countryName(one.country) }))
    const rowOf = (one: StateCounts, country: ViewCell[]): ViewCell[] => [
      ...[institution.code, found.on, ...country, one.total],
      ...MARKS.map((mark) => (mark === 'USED' ? one.used : reachedBy(one, mark))),
      ...[reachedBy(one, null), one.inForce, one.live, one.disordered, institution.revision],
    ]
    return {
      ...adoptionStatesView({ ...found, ...counts(found), countries }, institution.name),
      ...{ institution, narrowed, page },
      profile: 'EXACT',
      computedAt: institution.committedAt,
      codes: [],
      of: request.standard ?? request.country,
      rows: {
        columns: COUNTRY_COLUMNS,
        rows: [
          ...found.countries.map((one) => rowOf(one, [one.country, countryName(one.country)])),
          rowOf(found, [null, null]),
        ],
      },
    }
  },
}

function reachedBy({ states }: StateCounts, stage: Stage | null): number {
  return states.find((one) => one.stage === stage)!.count
}
