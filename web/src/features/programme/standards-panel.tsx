import { formatQuantity } from '@causeway/shared/format-figure'
import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { fill } from '../../language/fill.ts'
import { formatDay } from '../../language/format-date.ts'
import { formatSpan } from '../../language/format-span.ts'
import { useLanguage } from '../../language/language.tsx'
import { spoken } from '../../language/spoken.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { UI_WORDS } from '../../ui/words.ts'
import type { StandardCell } from '../../graph/generated.ts'
import { PROGRAMME_WORDS } from './words.ts'

/** The standards of a programme, and how far their units were judged, and assessed of its own learners. */
export function StandardsPanel({ cells, on }: { cells: StandardCell[]; on: string }) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  if (cells.length === 0) return null
  const share = (value: number | null) => (value === null ? '—' : formatQuantity(value, 0, spoken('%'), locale))
  return (
    <section className="card theme-standards" aria-labelledby="standards">
      <h2 id="standards">
        {say(PROGRAMME_WORDS.standards)}
        <span className="quiet">{say(fill(UI_WORDS.asOf, { day: formatDay(on, locale) }))}</span>
      </h2>
      <DataTable
        caption={say(PROGRAMME_WORDS.standards)}
        columns={[
          {
            id: 'standard',
            title: say(PROGRAMME_WORDS.standard),
            heading: true,
            cell: ({ standard }: StandardCell) => (
              <Link className="long-name" href={address.to({ page: 'standard', id: standard.code })}>
                {standard.title}
              </Link>
            ),
          },
          {
            id: 'direction',
            title: say(PROGRAMME_WORDS.direction),
            cell: ({ standard }: StandardCell) => standard.directionLabel,
          },
          {
            id: 'relation',
            title: say(PROGRAMME_WORDS.relation),
            cell: ({ links }: StandardCell) =>
              [...new Set(links.map(({ relationLabel }) => relationLabel))].join(say({ zh: '、', en: ', ' })),
          },
          {
            id: 'since',
            title: say(PROGRAMME_WORDS.since),
            cell: ({ links }: StandardCell) => <span className="nowrap">{formatSpan(links[0]!, locale)}</span>,
          },
          {
            id: 'units',
            title: say(PROGRAMME_WORDS.units),
            number: true,
            cell: ({ coverage }: StandardCell) => coverage.units,
          },
          {
            id: 'mapped',
            title: say(PROGRAMME_WORDS.mapped),
            number: true,
            cell: ({ coverage }: StandardCell) => share(coverage.mappedShare),
          },
          {
            id: 'assessed',
            title: say(PROGRAMME_WORDS.assessed),
            number: true,
            cell: ({ coverage }: StandardCell) => share(coverage.assessedShare),
          },
        ]}
        rows={cells}
        rowKey={({ standard }) => standard.code}
      />
    </section>
  )
}
