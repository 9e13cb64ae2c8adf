import { useMemo } from 'react'
import { mirroredChartSpec } from '@causeway/shared/charts/mirrored'
import { seriesToTable } from '@causeway/shared/table'
import { ChartPanel } from '../../charts/chart-panel.tsx'
import { spoken } from '../../language/spoken.ts'
import type { Setting } from '../../setting/setting.tsx'
import type { CountrySide as Side } from '../../graph/generated.ts'
import { COUNTRY_WORDS } from './words.ts'

/** The two sides of one country, year under year. */
export function WhoLearnsPanel({
  introduction,
  carriedOut,
  country,
  setting,
}: {
  introduction: Side
  carriedOut: Side
  country: { code: string; name: string }
  setting: Setting
}) {
  const { institution, year } = setting
  const drawn = useMemo(() => {
    if (!introduction.series || !carriedOut.series) return null
    const unit = spoken(introduction.unit)
    const { decimals } = introduction
    const side = ({ series, name }: Side) => ({ series: { ...series!, dimension: null }, name: spoken(name) })
    const spec = mirroredChartSpec(side(introduction), side(carriedOut), {
      title: COUNTRY_WORDS.whoLearns,
      institution: { zh: `${institution.name}与${country.name}`, en: `${institution.name} and ${country.name}` },
      unit,
      decimals,
    })
    const tables = [introduction, carriedOut].map(({ series, name }) =>
      seriesToTable(
        { ...series!, dimension: null },
        { name: spoken(name), unit: spoken(introduction.unit), decimals, institution: spoken(institution.name) },
      ),
    )
    const [left, right] = tables
    const table = {
      ...left!,
      title: COUNTRY_WORDS.whoLearns,
      columns: [...left!.columns, ...right!.columns.slice(1)],
      rows: left!.rows.map((row, at) => [...row, ...(right!.rows[at]?.slice(1) ?? [])]),
      symbols: [...left!.symbols, ...right!.symbols.filter((one) => !left!.symbols.includes(one))],
    }
    return { spec, table }
  }, [introduction, carriedOut, country.name, institution.name])
  if (!drawn || !drawn.spec.series.some(({ points }) => points.some(({ value, gap }) => value || gap === 'SUPPRESSED')))
    return null
  return (
    <ChartPanel
      name="people"
      spec={drawn.spec}
      table={drawn.table}
      take={{
        name: 'who-learns-from-whom',
        query: { institution: institution.code, ...yearsOf(introduction), filter: [`country:${country.code}`] },
      }}
      source={{
        institution: institution.name,
        dataDate: institution.dataDate,
        computedAt: introduction.series!.computedAt,
      }}
      chosen={introduction.series!.figures.findIndex((one) => one.period.year === year)}
    />
  )
}

function yearsOf({ series }: Side): { from: number; to: number } {
  const years = series!.figures.map(({ period }) => period.year)
  return { from: Math.min(...years), to: Math.max(...years) }
}
