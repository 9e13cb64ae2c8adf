import { useMemo, type ReactNode } from 'react'
import { namesNothing } from '@causeway/shared/unknown'
import { countriesView, type CountrySide } from '@causeway/shared/views/countries-view'
import { go, useAddress } from '../../address/use-address.ts'
import { ChartPanel } from '../../charts/chart-panel.tsx'
import { spoken } from '../../language/words.ts'
import { useLanguage } from '../../language/language.tsx'
import { Loading } from '../../ui/states.tsx'
import type { PeopleByCountry as CountrySeries } from '../../graph/generated.ts'
import { OVERVIEW_WORDS } from './words.ts'

interface Props {
  introduction: CountrySeries | null
  carriedOut: CountrySeries | null
  waiting: boolean
  /** Is in its place where a side of it could not be had; null: both were answered. */
  failed: ReactNode
  institution: { code: string; name: string; dataDate: string | null }
  computedAt: string | null
}

/** The same two indicators by country or region, in the chosen year. */
export function CountriesPanel({ introduction, carriedOut, waiting, failed, institution, computedAt }: Props) {
  const { say } = useLanguage()
  const address = useAddress()
  const picture = useMemo(() => {
    if (!introduction || !carriedOut) return null
    const drawn = countriesView(sideOf(introduction), sideOf(carriedOut), spoken(institution.name))
    return { ...drawn, spec: { ...drawn.spec, title: OVERVIEW_WORDS.countries } }
  }, [introduction, carriedOut, institution.name])
  if (picture && picture.spec.labels.length > 0) {
    return (
      <ChartPanel
        name="countries"
        className="area-countries"
        spec={picture.spec}
        table={picture.table}
        linkOf={(row, column) => {
          const key = column === 0 ? picture.rows[row]?.key : null
          return key && !namesNothing('country', key) ? address.to({ page: 'country', id: key }) : null
        }}
        take={{
          name: 'who-learns-by-country',
          query: { institution: institution.code, year: introduction?.series?.figures[0]?.period.year ?? null },
        }}
        source={{ institution: institution.name, dataDate: institution.dataDate, computedAt }}
        onChoose={(place) => {
          const key = picture.keys[place]
          if (key && !namesNothing('country', key)) go(address.to({ page: 'country', id: key }))
        }}
      >
        {picture.notes.map((note) => (
          <p key={note.en} className="cap">
            {say(note)}
          </p>
        ))}
      </ChartPanel>
    )
  }
  return (
    <section className="card area-countries" aria-labelledby="countries">
      <header className="card-head">
        <h2 id="countries">{say(OVERVIEW_WORDS.countries)}</h2>
      </header>
      {failed ? failed : waiting ? <Loading rows={5} /> : <p className="quiet">{say(OVERVIEW_WORDS.noCountries)}</p>}
    </section>
  )
}

function sideOf({ name, unit, decimals, series }: CountrySeries): CountrySide {
  return {
    name: spoken(name),
    unit: spoken(unit),
    decimals,
    summary: spoken(series?.summary ?? ''),
    figures: (series?.figures ?? []).map(({ category, ...figure }) => ({
      ...figure,
      category: category && { key: category.key, label: spoken(category.label) },
    })),
  }
}
