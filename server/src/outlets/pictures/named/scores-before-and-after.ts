import { periodWords } from '@causeway/shared/period-list'
import { pairedScoresView } from '@causeway/shared/views/paired-scores-view'
import { readYear } from '../../address/address-parameters.ts'
import { readArguments } from '../../address/series-query.ts'
import { readPairedScores } from '../../../answers/skills/paired-scores.ts'
import { findOwnCollege, type NamedView, textOf } from '../named-view.ts'
import { openingYearShown } from '../years-shown.ts'

const COLUMNS = [
  'institution',
  'basis',
  'year',
  'period',
  'instrument',
  'version',
  'pairs',
  'before',
  'after',
  'revision',
]

/** As `pairedScores` of the graph; of one year where only one end is given, of the last whole one where none is. */
export const scoresBeforeAndAfter: NamedView = {
  name: 'scores-before-and-after',
  parameters: ['basis', 'from', 'to', 'year'],
  read: async (asked) => {
    const { basis, from, to } = readArguments(asked.parameters, ['basis', 'from', 'to'])
    const year = readYear('year', textOf(asked, 'year'))
    const { causeway, institution } = await findOwnCollege(asked)
    const one = year ?? (await openingYearShown(causeway.database, institution, basis ?? 'SCHOOL_YEAR'))
    const years = { from: from ?? to ?? one, to: to ?? from ?? one }
    const scores = await readPairedScores(causeway, { institution: institution.code, basis, ...years })
    return {
      ...pairedScoresView(scores, institution.name),
      institution,
      profile: 'EXACT',
      computedAt: institution.committedAt,
      codes: ['SK11'],
      page: {
        path: '/skills',
        query: {
          year: String(years.to),
          basis: basis?.toLowerCase() ?? null,
          from: from?.toString() ?? null,
          to: to?.toString() ?? null,
        },
      },
      of: years.from === years.to ? String(years.to) : `${years.from}-${years.to}`,
      rows: {
        columns: COLUMNS,
        rows: scores.map(({ period, instrument, version, pairs, before, after }) => [
          ...[institution.code, period.basis, period.year, periodWords(period)],
          ...[instrument, version, pairs, before, after, institution.revision],
        ]),
      },
    }
  },
}
