import { adoptionLivesView, byLastMove } from '@causeway/shared/views/adoption-lives-view'
import type { Words } from '@causeway/shared/words/words'
import { readAllAdoptions, type Adoption, readSubjects } from '../../../answers/adoptions/list-adoptions.ts'
import { type LifeCycle, MARKS, STAGE_WORDS, stageWords, type Mark } from '../../../answers/adoptions/life-cycle.ts'
import { writeRecordId } from '../../graph/ids.ts'
import { readTogether } from '../../../records/read-together.ts'
import { countryName } from '../../../ground/reference/countries.ts'
import type { NamedView } from '../named-view.ts'
import { readAdoptionsAsked } from './adoptions-asked.ts'

const COLUMNS = [
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
    const { institution, request, narrowed, page } = await readAdoptionsAsked(asked)
    const { database } = asked.causeway
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
        columns: COLUMNS,
        rows: lives.map(({ title, country, adoption: { record, values, life } }) => [
          ...[institution.code, request.on, text(values['standard']), text(values['resource']), title],
          ...[text(values['country']) ?? 'unknown', country, text(values['adopter']), text(values['type'])],
          ...[life.state, life.since, Number(life.inForce), Number(life.live)],
          ...MARKS.map((mark) => dayOf(life, mark)),
          ...[writeRecordId(record.id), institution.revision],
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

function dayOf({ stages, usedSince }: LifeCycle, mark: Mark): string | null {
  return mark === 'USED' ? usedSince : stages.find(({ stage }) => stage === mark)!.date
}

function text(value: unknown): string | null {
  return value === null || value === undefined || value === '' ? null : String(value)
}
