import { formatQuantity } from '@causeway/shared/format-figure'
import { Link } from '../../address/link.tsx'
import { spoken } from '../../language/words.ts'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { SourceLine } from '../../ui/source-line.tsx'
import { UI_WORDS } from '../../ui/words.ts'
import type { CoverageCell, ProgrammeRow } from '../../graph/generated.ts'
import type { StandardsAnswer } from './standards-query.ts'
import { STANDARDS_WORDS } from './words.ts'

type Row = CoverageCell & { programme: ProgrammeRow }

/** Which standards each programme follows, and how far their units are compared, and assessed of its own learners. */
export function CoveragePanel({
  coverage,
  on,
  setting,
}: {
  coverage: NonNullable<StandardsAnswer['programmeCoverage']>
  /** The day that it is read for. */
  on: string
  setting: Setting
}) {
  const { locale, say, formatDay } = useLanguage()
  const programmes = coverage.edges.map(({ node }) => node)
  const rows = programmes.flatMap((programme) => programme.cells.map((cell): Row => ({ ...cell, programme })))
  const without = programmes.filter(({ cells }) => cells.length === 0)
  if (rows.length === 0) return null
  const said = { n: programmes.length - without.length, all: coverage.totalCount ?? programmes.length }
  return (
    <section className="card" aria-labelledby="coverage">
      <h2 id="coverage">{say(STANDARDS_WORDS.coverage)}</h2>
      <p className="cap">
        {say(STANDARDS_WORDS.coverageSub, said)}
        {say(UI_WORDS.asOf, { day: formatDay(on) })}
      </p>
      <DataTable
        caption={say(STANDARDS_WORDS.coverage)}
        columns={[
          {
            title: say(STANDARDS_WORDS.programme),
            cell: ({ programme }) => (
              <Link className="long-name" to={{ page: 'programme', id: programme.programme }}>
                {programme.name}
              </Link>
            ),
          },
          {
            title: say(STANDARDS_WORDS.standard),
            cell: ({ standard }) => <Link to={{ page: 'standard', id: standard.code }}>{standard.title}</Link>,
          },
          {
            title: say(STANDARDS_WORDS.relation),
            cell: ({ links }) =>
              [...new Set(links.map(({ relationLabel }) => relationLabel))].join(say({ zh: '、', en: ', ' })),
          },
          { title: say(STANDARDS_WORDS.units), cell: ({ coverage: of }) => unitsOf(of) },
        ]}
        rows={rows}
        rowKey={({ programme, standard }) => `${programme.programme} ${standard.code}`}
        stacks
      />
      <p className="cap">{say(STANDARDS_WORDS.coverageNote)}</p>
      {without.length > 0 && (
        <details>
          <summary>{say(STANDARDS_WORDS.withoutStandard, { n: without.length })}</summary>
          <p className="quiet">{without.map(({ name }) => name).join(say({ zh: '、', en: '; ' }))}</p>
        </details>
      )}
      <SourceLine institution={setting.institution} />
    </section>
  )

  function unitsOf({ units, mappedShare, assessedShare }: CoverageCell['coverage']): string {
    if (units === 0) return say(STANDARDS_WORDS.noUnits)
    const share = (value: number | null) => formatQuantity(value ?? 0, 0, spoken('%'), locale)
    const facts = { n: units, mapped: share(mappedShare), assessed: share(assessedShare) }
    return say(STANDARDS_WORDS.unitsOf, facts)
  }
}
