import { formatFigure } from '@causeway/shared/format-figure'
import { symbolsOf } from '@causeway/shared/table'
import { Link } from '../../address/address.tsx'
import type { BrokenDown } from '../../graph/generated.ts'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { DataTable, SymbolList } from '../../ui/data-table.tsx'
import { SourceLine } from '../../ui/source-line.tsx'
import type { StandardsAnswer } from './standards-query.ts'
import STANDARDS_WORDS from './words.json' with { type: 'json' }

const COLUMNS = [
  { alias: 'st01', zh: '专业教学标准（个）', en: 'Programme standards' },
  { alias: 'st02', zh: '课程标准（个）', en: 'Course standards' },
  { alias: 'st05', zh: '采用机构（个）', en: 'Adopting institutions' },
  { alias: 'ex20', zh: '资源（个）', en: 'Resources' },
  { alias: 'ex22', zh: '涉及外方学生（人）', en: 'Foreign learners (people)' },
] as const

/** What anybody may see of who adopted what, by country or region in the chosen year. */
export function PublicCountriesPanel({ data, setting }: { data: StandardsAnswer; setting: Setting }) {
  const { locale, say } = useLanguage()
  const { institution, report } = setting
  const columns = COLUMNS.map((column) => {
    const figures = data[column.alias]?.series?.figures ?? []
    return { ...column, whole: figures.find((one) => !one.category), byKey: keyed(figures) }
  })
  const labels = new Map(
    columns.flatMap(({ byKey }) => [...byKey].map(([key, { category }]) => [key, category!.label])),
  )
  if (labels.size === 0) return <p className="quiet">{say(STANDARDS_WORDS.nonePublic)}</p>
  const rows = [...labels.keys()].toSorted(
    (a, b) => Number(a === 'unknown') - Number(b === 'unknown') || sizeOf(b) - sizeOf(a) || (a < b ? -1 : 1),
  )
  function sizeOf(key: string): number {
    return columns.reduce((most, { byKey }, at) => (at < 4 ? most + (byKey.get(key)?.value ?? 0) : most), 0)
  }
  const shown = rows.flatMap((key) => columns.map(({ byKey, whole }) => byKey.get(key) ?? whole))
  return (
    <section className="card" aria-labelledby="adopting-countries">
      <h2 id="adopting-countries">{say(STANDARDS_WORDS.byCountry)}</h2>
      <p className="cap">
        {institution.name}
        {say({ zh: '，', en: ', ' })}
        {report}
      </p>
      <DataTable
        caption={say(STANDARDS_WORDS.byCountry)}
        columns={[
          {
            title: say(STANDARDS_WORDS.country),
            cell: (key) =>
              key === 'unknown' ? labels.get(key) : <Link to={{ page: 'country', id: key }}>{labels.get(key)}</Link>,
          },
          ...columns.map(({ zh, en, byKey, whole }) => ({
            title: say({ zh, en }),
            number: true,
            cell: (key: string) => {
              const figure = byKey.get(key) ?? whole
              return figure ? formatFigure(figure, { decimals: 0, gapAs: 'symbol' }, locale) : '—'
            },
          })),
        ]}
        rows={rows}
        rowKey={(key) => key}
      />
      {shown.includes(undefined) && (
        <p className="cap">
          {say({ zh: '—：没有涉及该国家（地区）的记录', en: '—: no records of that country or region' })}
        </p>
      )}
      <p className="cap">{say(STANDARDS_WORDS.publicOnly)}</p>
      <SymbolList symbols={symbolsOf(shown.map((figure) => figure?.gap))} />
      <SourceLine institution={institution} />
    </section>
  )
}

type Listed = BrokenDown['figures'][number]

function keyed(figures: Listed[]): Map<string, Listed> {
  return new Map(figures.flatMap((one) => (one.category ? [[one.category.key, one] as const] : [])))
}
