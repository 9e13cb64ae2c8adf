import { headlineOf } from '@causeway/shared/headline'
import type { Theme } from '@causeway/shared/series'
import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { useAnswer } from '../../graph/use-answer.ts'
import { formatDay } from '../../language/format-date.ts'
import { useLanguage } from '../../language/language.tsx'
import type { PageProps } from '../../pages.ts'
import { reportLabel, windowOf } from '../../setting/years.ts'
import { Phrases } from '../../ui/phrases.tsx'
import { FaultState, Loading } from '../../ui/states.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { Attention, listMatters } from './attention.tsx'
import { CountriesPanel } from './countries-panel.tsx'
import { EXPORT_CODE, INTRODUCTION_CODE } from './featured.ts'
import { OverviewQuery } from './overview-query.ts'
import { PicturePanel } from './picture-panel.tsx'
import { ThemeCard } from './theme-card.tsx'
import { OVERVIEW_WORDS } from './words.ts'

export function OverviewPage({ setting }: PageProps<'overview'>) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  const { institution, years, year } = setting
  const { data, waiting, fault, retry } = useAnswer(OverviewQuery, {
    institution: institution.code,
    ...windowOf(years, year),
    locale,
  })
  useTitle(`${institution.name}, ${say(OVERVIEW_WORDS.title)}`)
  const indicators = data?.indicators
  if (!indicators) return fault ? <FaultState fault={fault} retry={retry} page /> : <Loading rows={8} />

  const introduction = indicators.find((indicator) => indicator.code === INTRODUCTION_CODE)
  const carriedOut = indicators.find((indicator) => indicator.code === EXPORT_CODE)
  const headline = headlineOf(introduction?.series?.figures ?? [], carriedOut?.series?.figures ?? [], year)
  const period = years.periodOf(year)
  const missing = listMatters(indicators, year).find((matter) => matter.id === 'no-records')?.indicators.length ?? 0
  return (
    <div aria-busy={waiting}>
      <header className="page-head">
        <h1>
          <Phrases text={say(headline)} />
        </h1>
        <p className="lead">
          <Link href={address.to({ page: 'institutions' })}>{institution.name}</Link>
          {say({ zh: '，', en: ', ' })}
          <span className="nowrap">{reportLabel(period, locale)}</span>
          {say({ zh: '，', en: ', ' })}
          <span className="nowrap">{formatDay(period.start, locale)}</span>
          {say({ zh: '至', en: ' to ' })}
          <span className="nowrap">{formatDay(period.end, locale)}</span>
          {say({ zh: '。', en: '. ' })}
          {missing > 0 && say(missingWords(missing, indicators.length))}
        </p>
      </header>
      {fault && <FaultState fault={fault} retry={retry} />}
      <div className="overview">
        <div className="overview-row road">
          {card('INTRODUCTION', 4)}
          {introduction && carriedOut && (
            <PicturePanel introduction={introduction} carriedOut={carriedOut} setting={setting} />
          )}
          {card('EXPORT', 4)}
        </div>
        <div className="overview-row piers">
          {(['STANDARDS', 'PLATFORMS', 'SKILLS'] as const).map((theme) => card(theme, 3))}
        </div>
        <div className="overview-row care">
          <Attention indicators={indicators} year={year} />
          <CountriesPanel setting={setting} computedAt={introduction?.series?.computedAt ?? null} />
        </div>
      </div>
    </div>
  )

  /** A theme with as many figures as its place has room for. */
  function card(theme: Theme, room: number) {
    return <ThemeCard key={theme} theme={theme} indicators={indicators!} year={year} room={room} />
  }
}

function missingWords(missing: number, all: number) {
  return {
    zh: `${all} 项指标中有 ${missing} 项未填报。`,
    en: `${missing} of ${all} indicators ${missing === 1 ? 'has' : 'have'} no records yet.`,
  }
}
