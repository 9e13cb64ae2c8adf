import { periodWords } from '@causeway/shared/period-list'
import { peersView } from '@causeway/shared/views/peers-view'
import type { Words } from '@causeway/shared/words/words'
import { findIndicator } from '../../../figures/check-request.ts'
import { missingParameter, readYear } from '../../address/address-parameters.ts'
import { readArguments } from '../../address/series-query.ts'
import { compareWithPeers, type PeerComparison } from '../../../answers/peers/compare-with-peers.ts'
import { isCompared } from '../../../answers/peers/comparability.ts'
import { findNamedCollege, type NamedView, textOf, type ViewCell } from '../named-view.ts'
import { openingYearShown } from '../years-shown.ts'

const COLUMNS = [
  ...['indicator', 'institution', 'basis', 'scope', 'year', 'period', 'peer', 'name', 'status', 'value', 'gap'],
  ...['numerator', 'denominator', 'edition', 'source', 'page', 'compared', 'incomparable', 'unit', 'revision'],
]

/** As `peers` of the graph: of the last whole year where none is given. */
export const peers: NamedView = {
  name: 'peers',
  parameters: ['indicator', 'basis', 'scope', 'year', 'group', 'edition'],
  read: async (asked) => {
    const { causeway, viewer, reads } = asked
    const { basis, scope } = readArguments(asked.parameters, ['basis', 'scope'])
    const year = readYear('year', textOf(asked, 'year'))
    const name = textOf(asked, 'indicator')
    if (name === null) throw missingParameter('indicator')
    reads.everyInstitution = true
    const { causeway: then, institution } = await findNamedCollege(asked)
    const declaration = findIndicator(then, name)
    const found = await compareWithPeers(causeway, viewer, {
      indicator: declaration.id,
      institution: institution.code,
      ...readArguments(asked.parameters, ['release', 'asOf']),
      ...{ basis, scope },
      year: year ?? (await openingYearShown(then.database, institution, basis ?? declaration.bases[0]!)),
      group: textOf(asked, 'group'),
      edition: textOf(asked, 'edition'),
    })
    const { series } = found
    const drawn = peersView(
      {
        basis: series.basis,
        scope: series.scope,
        own: series.figures[0]!,
        peers: found.figures.map((figure) => ({ ...figure, compared: isCompared(figure) })),
      },
      {
        ...{ name: declaration.name, unit: declaration.unit, decimals: declaration.decimals },
        ...{ theme: declaration.theme, kind: declaration.kind, institution: institution.name },
      },
    )
    return {
      ...drawn,
      institution,
      profile: series.profile,
      computedAt: series.computedAt,
      codes: [declaration.code],
      source: SOURCE,
      page: {
        path: `/indicator/${encodeURIComponent(declaration.code)}`,
        query: {
          tab: 'peers',
          basis: basis?.toLowerCase() ?? null,
          scope: scope?.toLowerCase() ?? null,
          year: String(series.figures[0]!.period.year),
          group: textOf(asked, 'group'),
          edition: textOf(asked, 'edition'),
        },
      },
      of: declaration.code,
      rows: { columns: COLUMNS, rows: rowsOf(found) },
    }
  },
}

const SOURCE: Words = {
  zh: '对标院校公开数据；本校数据据台账',
  en: 'what peers published; the college itself by its records',
}

/** The own figure first, by the code of the institution, whose status is OWN. */
function rowsOf({ declaration, series, figures, ownDifferences }: PeerComparison): ViewCell[][] {
  const own = series.figures[0]!
  const { period } = own
  const where = [declaration.id, series.institution, series.basis, series.scope, period.year, periodWords(period)]
  const last = [declaration.unit, series.revision]
  return [
    [
      ...[...where, series.institution, null, 'OWN', own.value, own.gap, own.numerator, own.denominator],
      ...[null, null, null, Number(own.value !== null && ownDifferences.length === 0)],
      ...[codes(ownDifferences), ...last],
    ],
    ...figures.map((figure) => [
      ...[...where, figure.peer, figure.name, figure.status, figure.value, figure.gap],
      ...[figure.rate?.k ?? null, figure.rate?.n ?? null, figure.edition, figure.source, figure.page],
      ...[Number(isCompared(figure)), codes(figure.differences), ...last],
    ]),
  ]
}

function codes(differences: readonly { code: string }[]): string | null {
  return differences.map(({ code }) => code).join(' ') || null
}
