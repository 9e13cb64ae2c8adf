import { formatQuantity } from '@causeway/shared/format-figure'
import { Link } from '../../address/address.tsx'
import { spoken } from '../../language/words.ts'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { SourceLine } from '../../ui/source-line.tsx'
import UI_WORDS from '../../ui/words.json' with { type: 'json' }
import type { CoverageCell, ProgrammeRow, StandardRow } from '../../graph/generated.ts'
import type { StandardsAnswer } from './standards-query.ts'
import STANDARDS_WORDS from './words.json' with { type: 'json' }
import { monthsBefore, toDay } from '@causeway/shared/day'

type Row = CoverageCell & { programme: ProgrammeRow }

/** Which standards each programme follows, and how far their units are compared, and assessed of their own learners. */
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

type Version = StandardRow['versions'][number] & { standard: StandardRow }

/** Versions in force whose review is due, or will be within a year: the longest overdue first. */
export function ReviewPanel({ standards, on }: { standards: StandardRow[]; on: string }) {
  const { say, formatDay } = useLanguage()
  const due = standards
    .flatMap((standard) => standard.versions.map((version): Version => ({ ...version, standard })))
    .filter(
      ({ inForce, overdue, reviewDue }) =>
        inForce &&
        reviewDue !== null &&
        (overdue === true || (reviewDue > on && monthsBefore(toDay(reviewDue), 12) <= toDay(on))),
    )
    .toSorted((a, b) => (a.reviewDue! < b.reviewDue! ? -1 : 1))
  return (
    <section className={due.length === 0 ? 'card nothing' : 'card'} aria-labelledby="review">
      <h2 id="review">{say(STANDARDS_WORDS.review)}</h2>
      <p className="cap">
        {say(STANDARDS_WORDS.reviewSub)}
        {say(UI_WORDS.asOf, { day: formatDay(on) })}
      </p>
      {due.length === 0 ? (
        <p className="quiet">{say(STANDARDS_WORDS.noReview)}</p>
      ) : (
        <DataTable
          caption={say(STANDARDS_WORDS.review)}
          columns={[
            {
              title: say(STANDARDS_WORDS.standard),
              cell: ({ standard, version }) => (
                <span className="long-name">
                  <Link to={{ page: 'standard', id: standard.code }}>{standard.title}</Link>{' '}
                  <span className="quiet">{say({ zh: `第 ${version} 版`, en: `version ${version}` })}</span>
                </span>
              ),
            },
            {
              title: say(STANDARDS_WORDS.due),
              cell: ({ reviewDue }) => <span className="nowrap">{formatDay(reviewDue!)}</span>,
            },
            {
              title: say({ zh: '情况', en: 'State' }),
              cell: ({ overdue }) =>
                overdue ? <strong>{say(STANDARDS_WORDS.overdue)}</strong> : say(STANDARDS_WORDS.soon),
            },
            {
              title: say(STANDARDS_WORDS.reviewed),
              cell: ({ reviewedOn }) =>
                reviewedOn ? <span className="nowrap">{formatDay(reviewedOn)}</span> : say(STANDARDS_WORDS.never),
            },
          ]}
          rows={due}
          rowKey={({ standard, version }) => `${standard.code} ${version}`}
        />
      )}
    </section>
  )
}
