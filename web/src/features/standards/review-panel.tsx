import { monthsBefore, toDay } from '@causeway/shared/day'
import { Link } from '../../address/link.tsx'
import { useLanguage } from '../../language/language.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { UI_WORDS } from '../../ui/words.ts'
import type { StandardRow } from '../../graph/generated.ts'
import { STANDARDS_WORDS } from './words.ts'

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
