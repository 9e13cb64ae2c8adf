import type { Gap } from '@causeway/shared/figure'
import { periodWords } from '@causeway/shared/period-list'
import { outputsOfPlatformView, platformOutputsView } from '@causeway/shared/views/platform-outputs-view'
import type { Words } from '@causeway/shared/words/words'
import type { Database } from '../../../ground/database/database.ts'
import { readDayAsked } from '../../../figures/standing.ts'
import { readArguments } from '../../address/series-query.ts'
import { readOutputs, sumOf, type PlatformOutputs } from '../../../answers/platforms/outputs.ts'
import { findPlatform, listPlatforms, runsOn, type Platform } from '../../../answers/platforms/platform.ts'
import { nameOf } from '../../../records/record-names.ts'
import { recordTypeOf } from '../../../records/record-types.ts'
import { dayOf, findOwnCollege, type NamedView, textOf } from '../named-view.ts'

/** By their columns; why there is none is beside each. */
const COUNTS = {
  training_sessions: 'trainingSessions',
  stays: 'stays',
  placements: 'placements',
  events: 'events',
  adoptions: 'adoptions',
  outputs: 'outputs',
  online_learners: 'onlineLearners',
} as const
const COLUMNS = [
  ...['institution', 'basis', 'year', 'period', 'platform', 'name'],
  ...[...Object.keys(COUNTS), 'counted'].flatMap((count) => [count, `${count}_gap`]),
  'revision',
]
/** How many are read at once. */
const PAGE = 500

/** As `outputs` of the platforms of the graph; with `platform` of one, by kinds. */
export const platformOutputs: NamedView = {
  name: 'platform-outputs',
  parameters: ['platform', 'basis', 'from', 'to', 'on'],
  read: async (asked) => {
    const { basis, from, to } = readArguments(asked.parameters, ['basis', 'from', 'to'])
    const day = dayOf(asked, 'on')
    const one = textOf(asked, 'platform')
    const { causeway, institution } = await findOwnCollege(asked)
    const on = await readDayAsked(causeway.database, institution.code, day)
    const platforms = one
      ? [await findPlatform(causeway.database, institution.code, one, on)]
      : await readEveryPlatform(causeway.database, institution.code, on)
    const codes = platforms.map(({ code }) => code)
    const asks = { institution: institution.code, basis, from, to, platforms: codes }
    const outputs = codes.length > 0 ? await readOutputs(causeway, asks) : new Map<string, PlatformOutputs[]>()
    const said = platforms.map((platform) => ({
      platform,
      name: nameWords(platform),
      outputs: (outputs.get(platform.code) ?? []).map((it) => toOutputs(platform, it)),
    }))
    const [first] = said
    return {
      ...(one && first
        ? outputsOfPlatformView(first.name, first.outputs, institution.name)
        : platformOutputsView(said, institution.name)),
      institution,
      profile: 'EXACT',
      computedAt: institution.committedAt,
      codes: ['PF09', ...(one ? ['PF08'] : [])],
      page: {
        path: one ? `/platform/${encodeURIComponent(platforms[0]!.code)}` : '/platforms',
        query: {
          basis: basis?.toLowerCase() ?? null,
          from: from?.toString() ?? null,
          to: to?.toString() ?? null,
          on: day,
        },
      },
      of: one ? platforms[0]!.code : null,
      rows: {
        columns: COLUMNS,
        rows: said.flatMap(({ platform, name, outputs: all }) =>
          all.map((it) => [
            ...[institution.code, it.period.basis, it.period.year, periodWords(it.period), platform.code, name],
            ...Object.values(COUNTS).flatMap((count) => orGap(it[count])),
            ...orGap(it.begun ? Number(it.counted) : null),
            institution.revision,
          ]),
        ),
      },
    }
  },
}

function orGap(value: number | null): [number | null, Gap | null] {
  return [value, value === null ? 'NO_RECORDS' : null]
}

async function readEveryPlatform(database: Database, institution: string, on: string): Promise<Platform[]> {
  const all: Platform[] = []
  for (let after: string | null = null; ; after = all.at(-1)!.record.cursor) {
    const page = await listPlatforms(database, { institution, on, first: PAGE, after })
    all.push(...page.platforms)
    if (!page.hasNext || page.platforms.length === 0) return all
  }
}

function toOutputs(platform: Platform, outputs: PlatformOutputs) {
  const { period, day, counts, onlineLearners } = outputs
  return {
    period,
    begun: day !== null,
    counted: day !== null && runsOn(platform, day),
    trainingSessions: counts['training-session'],
    stays: counts.mobility,
    placements: counts.placement,
    events: counts.event,
    adoptions: counts.adoption,
    outputs: sumOf(outputs),
    onlineLearners,
  }
}

function nameWords({ record }: Platform): Words {
  return nameOf(recordTypeOf(record.type), record.values)
}
