import { useLanguage } from '../../language/language.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { CrosswalkFacts, CrosswalkRow, Correspondence } from '../../graph/generated.ts'
import CROSSWALK_WORDS from './words.json' with { type: 'json' }

/** Units against units: in each cell the sign of what was judged, with its word for ears and on hovering who judged it and when. */
export function UnitMatrix({ crosswalk }: { crosswalk: CrosswalkFacts }) {
  const { say, formatDay } = useLanguage()
  const rows = crosswalk.rows.edges.map(({ node }) => node)
  const columns = crosswalk.toVersion?.units ?? []
  const unmapped = crosswalk.coverage.counts.find(({ correspondence }) => correspondence === 'UNMAPPED')?.label ?? ''
  const hasWhole = rows.some(({ cells }) => cells.some(({ unit }) => unit === null))
  const cellOf = (row: CrosswalkRow, unit: string | null) => {
    const cell = row.cells.find((one) => (one.unit?.code ?? null) === unit)
    if (!cell)
      return (
        <span title={unmapped}>
          <CorrespondenceMark of="UNMAPPED" />
          <span className="for-ears">{unmapped}</span>
        </span>
      )
    const { relation, relationLabel, assessor, assessedOn } = cell.mapping
    return (
      <span title={[relationLabel, assessor, formatDay(assessedOn)].filter(Boolean).join(' · ')}>
        <CorrespondenceMark of={relation} />
        <span className="for-ears">{relationLabel}</span>
      </span>
    )
  }
  return (
    <section className="card" aria-labelledby="matrix">
      <h2 id="matrix">{say(CROSSWALK_WORDS.matrix)}</h2>
      <p className="cap">{say(CROSSWALK_WORDS.matrixSub, { from: crosswalk.from.title, to: crosswalk.to.title })}</p>
      <DataTable
        crossed
        caption={say(CROSSWALK_WORDS.matrix)}
        columns={[
          {
            title: say(CROSSWALK_WORDS.unit),
            cell: ({ unit }) => (
              <span className="long-name">
                <span className="code quiet">{unit.code}</span> {unit.title}
              </span>
            ),
          },
          ...columns.map(({ code, title }) => ({
            title: (
              <span className="unit-column">
                <span className="code">{code}</span> {title}
              </span>
            ),
            cell: (row: CrosswalkRow) => cellOf(row, code),
          })),
          ...(hasWhole ? [{ title: say(CROSSWALK_WORDS.whole), cell: (row: CrosswalkRow) => cellOf(row, null) }] : []),
          {
            title: say(CROSSWALK_WORDS.best),
            cell: ({ correspondence, label }) => (
              <span className="nowrap">
                <CorrespondenceMark of={correspondence} /> {label}
              </span>
            ),
          },
        ]}
        rows={rows}
        rowKey={({ unit }) => unit.code}
      />
      <ul className="register-legend quiet">
        {crosswalk.coverage.counts.map(({ correspondence, label }) => (
          <li key={correspondence}>
            <CorrespondenceMark of={correspondence} /> {label}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The sign of a judgement: a full circle, a half one, a cross; a dot where nobody judged. */
export function CorrespondenceMark({ of }: { of: Correspondence }) {
  return (
    <svg className="register-mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {of === 'EQUIVALENT' && <circle cx="8" cy="8" r="6.5" fill="currentColor" />}
      {of === 'PARTIAL' && (
        <>
          <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.4" />
          <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
        </>
      )}
      {of === 'NONE' && <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" stroke="currentColor" strokeWidth="2" fill="none" />}
      {of === 'UNMAPPED' && <circle cx="8" cy="8" r="1.6" fill="currentColor" opacity="0.6" />}
    </svg>
  )
}
