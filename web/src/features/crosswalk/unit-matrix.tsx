import { useLanguage } from '../../language/language.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { CrosswalkFacts, CrosswalkRow, Correspondence } from '../../graph/generated.ts'
import type { Words } from '@causeway/shared/words/words'

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

export const CROSSWALK_WORDS = {
  all: { zh: '所有标准', en: 'All standards' },
  kind: { zh: '标准', en: 'Standard' },
  title: { zh: '标准对照表', en: 'Crosswalk' },
  closedText: { zh: '标准对照表凭访问令牌查看。', en: 'Crosswalks are open to people with an access token.' },
  matrix: { zh: '逐单元对照', en: 'Unit by unit' },
  matrixSub: { zh: '行：{from}的单元；列：{to}的单元', en: 'Rows: units of {from}. Columns: units of {to}' },
  unit: { zh: '单元', en: 'Unit' },
  best: { zh: '最好的对应', en: 'Best match' },
  whole: { zh: '整体', en: 'as a whole' },
  coverage: { zh: '覆盖程度', en: 'Coverage' },
  coverageSub: {
    zh: '双向各看一遍：两边的单元各有多少被对照到',
    en: 'Both ways: how many units of either side the other reaches',
  },
  download: { zh: '下载 CSV', en: 'Download CSV' },
  downloadAll: { zh: '下载 CSV（含未对照的单元）', en: 'Download CSV with the units nobody judged' },
  swap: { zh: '反向查看', en: 'The other way' },
  strays: {
    zh: '指向现行版本没有的单元，须更正',
    en: 'Judgements that name a unit which the version has not: to be corrected',
  },
  wholeJudged: { zh: '对标准整体的判断', en: 'Judgements of the standard as a whole' },
  noUnits: {
    zh: '没有可对照的单元：请导入标准单元与对照台账。',
    en: 'There are no units to compare: import units and judgements.',
  },
} satisfies Record<string, Words>
