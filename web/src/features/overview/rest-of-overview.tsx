import { type ReactNode, useMemo } from 'react'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { FailedPart, FaultState, Loading } from '../../ui/states.tsx'
import { DuePanel } from './due-panel.tsx'
import type { YearSeries, ChangeFacts, PeopleByCountry as CountrySeries } from '../../graph/generated.ts'
import { OverviewRestQuery } from './overview-query.ts'
import OVERVIEW_WORDS from './words.json' with { type: 'json' }
import type { Words } from '@causeway/shared/words/words'
import { Link, go, useAddress } from '../../address/address.tsx'
import { ThemeMark } from '../../ui/theme-mark.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import '../../styles/matters.css'
import { namesNothing } from '@causeway/shared/unknown'
import { countriesView, type CountrySide } from '@causeway/shared/views/countries-view'
import { ChartPanel } from '../../charts/chart-panel.tsx'
import { spoken } from '../../language/words.ts'

interface Props {
  setting: Setting
  computedAt: string | null
  /** Null: too little of the year is reported. */
  judged: YearSeries[] | null
  /** What comes between what needs a decision and where the figures are from. */
  children: ReactNode
}

/** What needs a decision and what changed, right below the road, and where; asked for in one separate question. */
export function RestOfOverview({ setting, computedAt, judged, children }: Props) {
  const { locale, say } = useLanguage()
  const { institution, year } = setting
  const { data, waiting, fault, retry } = useAnswer(OverviewRestQuery, { institution: institution.code, year, locale })
  const changes = data?.institution?.changes
  // The public sees no reasons: they are counted from records.
  const hasReasons = changes?.some(({ reason }) => reason !== null)
  return (
    <>
      <div className="overview-row care" aria-busy={waiting && data !== null}>
        <DuePanel judged={judged} all={data?.institution?.all ?? null} institution={institution.code} year={year} />
        <section className={`card area-changes ${changes?.length === 0 ? 'nothing' : ''}`} aria-labelledby="changes">
          <header className="card-head">
            <h2 id="changes">{say(hasReasons ? OVERVIEW_WORDS.changesAndWhy : OVERVIEW_WORDS.changes)}</h2>
          </header>
          {changes ? (
            <ChangesPanel changes={changes} />
          ) : fault ? (
            <FaultState fault={fault} retry={retry} />
          ) : (
            <Loading rows={6} />
          )}
        </section>
      </div>
      {children}
      <FailedPart>
        <CountriesPanel
          introduction={data?.introduction ?? null}
          carriedOut={data?.export ?? null}
          waiting={waiting}
          failed={fault && <FaultState fault={fault} retry={retry} />}
          institution={institution}
          computedAt={computedAt}
        />
      </FailedPart>
    </>
  )
}

/** What changed most against the year before, and why, as far as the records say. */
function ChangesPanel({ changes }: { changes: ChangeFacts[] }) {
  const { say } = useLanguage()
  return (
    <>
      {changes.length === 0 && <p className="quiet">{say(OVERVIEW_WORDS.noChanges)}</p>}
      <ChangeList title={OVERVIEW_WORDS.better} changes={changes.filter(({ better }) => better)} />
      <ChangeList title={OVERVIEW_WORDS.worse} changes={changes.filter(({ better }) => !better)} />
      {changes.length > 0 && <p className="cap">{say(OVERVIEW_WORDS.changesNote)}</p>}
    </>
  )
}

function ChangeList({ title, changes }: { title: Words; changes: ChangeFacts[] }) {
  const { say } = useLanguage()
  if (changes.length === 0) return null
  return (
    <>
      <h3 className="changes-side">{say(title)}</h3>
      <ol className="changes">
        {changes.map((change) => (
          <ChangeItem key={change.indicator.id} change={change} />
        ))}
      </ol>
    </>
  )
}

function ChangeItem({ change }: { change: ChangeFacts }) {
  const { indicator, difference, sentence, reason, dimension } = change
  return (
    <li className={`theme-${indicator.theme.toLowerCase()}`}>
      <span className="change-sign" aria-hidden="true">
        {(difference ?? 0) > 0 ? '▲' : '▼'}
      </span>
      <div>
        <h4>
          <Link to={{ page: 'indicator', id: indicator.id }} view={dimension ? { by: dimension.id } : {}}>
            {indicator.name}
          </Link>
          {'\u00a0'}
          <ThemeMark theme={indicator.theme} />
        </h4>
        <p>
          <Unbroken text={sentence} />
        </p>
        {reason && (
          <p className="quiet">
            <Unbroken text={reason} />
          </p>
        )}
      </div>
    </li>
  )
}

interface CountriesPanelProps {
  introduction: CountrySeries | null
  carriedOut: CountrySeries | null
  waiting: boolean
  /** Is in its place where a side of it could not be had; null: both were answered. */
  failed: ReactNode
  institution: { code: string; name: string; dataDate: string | null }
  computedAt: string | null
}

/** The same two indicators by country or region, in the chosen year. */
function CountriesPanel({ introduction, carriedOut, waiting, failed, institution, computedAt }: CountriesPanelProps) {
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
        institution={institution}
        computedAt={computedAt}
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
