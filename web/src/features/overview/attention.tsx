import { gapWords } from '@causeway/shared/format-figure'
import { listPeriods } from '@causeway/shared/period-list'
import type { Words } from '@causeway/shared/words/words'
import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { changeText } from '../../graph/change-text.ts'
import { readChange } from '../../graph/change.ts'
import { useLanguage } from '../../language/language.tsx'
import type { OverviewIndicator } from './overview-query.ts'
import { OVERVIEW_WORDS } from './words.ts'

interface Matter {
  id: string
  sign: string
  weight: 'high' | 'middle' | 'low'
  title: Words
  indicators: OverviewIndicator[]
  /** What is said beside an indicator. */
  note?: (indicator: OverviewIndicator) => Words
}

/** What is missing from the chosen year, and what got worse, each by name. */
export function listMatters(indicators: OverviewIndicator[], year: number): Matter[] {
  const at = (indicator: OverviewIndicator) => indicator.series?.figures.find((figure) => figure.period.year === year)
  const withGap = (gap: string) => indicators.filter((indicator) => at(indicator)?.gap === gap)
  const worse = indicators.filter((indicator) => {
    const change = readChange(indicator.series?.figures ?? [], year, indicator.decimals, indicator.betterWhen)
    return change?.kind === 'fallen' || change?.kind === 'risen' ? change.verdict === 'worse' : false
  })
  const matters: Matter[] = [
    { id: 'no-records', sign: '!', weight: 'high', title: OVERVIEW_WORDS.noRecords, indicators: withGap('NO_RECORDS') },
    { id: 'worse', sign: '▼', weight: 'middle', title: OVERVIEW_WORDS.fell, indicators: worse, note: fallOf },
    {
      id: 'not-applicable',
      sign: gapWords.NOT_APPLICABLE.symbol,
      weight: 'low',
      title: OVERVIEW_WORDS.notApplicable,
      indicators: withGap('NOT_APPLICABLE'),
    },
    {
      id: 'suppressed',
      sign: gapWords.SUPPRESSED.symbol,
      weight: 'low',
      title: OVERVIEW_WORDS.suppressed,
      indicators: withGap('SUPPRESSED'),
    },
    {
      id: 'earlier',
      sign: gapWords.NO_RECORDS.symbol,
      weight: 'low',
      title: OVERVIEW_WORDS.earlier,
      indicators: indicators.filter((indicator) => silentBefore(indicator).length > 0),
      note: (indicator) => listPeriods(silentBefore(indicator)),
    },
  ]
  return matters.filter((matter) => matter.indicators.length > 0)

  function silentBefore({ series }: OverviewIndicator) {
    const silent = (series?.figures ?? []).filter((figure) => figure.period.year < year && figure.gap === 'NO_RECORDS')
    // Before the first record there is nothing to complain of.
    const first = series?.figures.find((figure) => figure.gap !== 'NO_RECORDS')?.period.year ?? year
    return silent.filter((figure) => figure.period.year > first).map((figure) => figure.period)
  }

  function fallOf(indicator: OverviewIndicator): Words {
    const change = readChange(indicator.series?.figures ?? [], year, indicator.decimals, null)
    return { zh: changeText(change, indicator, 'ZH').words.zh, en: changeText(change, indicator, 'EN').words.en }
  }
}

/** How many are named before the rest is folded away. */
const MOST_NAMED = 8

export function Attention({ indicators, year }: { indicators: OverviewIndicator[]; year: number }) {
  const { say } = useLanguage()
  const matters = listMatters(indicators, year)
  return (
    <section className="card area-attention" aria-labelledby="attention">
      <header className="card-head">
        <h2 id="attention">{say(OVERVIEW_WORDS.attention)}</h2>
      </header>
      {matters.length === 0 && <p className="quiet">{say(OVERVIEW_WORDS.nothing)}</p>}
      <ul className="matters">
        {matters.map((matter) => (
          <li key={matter.id}>
            <span className={`sign sign-${matter.weight}`} aria-hidden="true">
              {matter.sign}
            </span>
            <div>
              <h3>
                {say(matter.title)} <span className="count">{matter.indicators.length}</span>
              </h3>
              <NamedIndicators matter={matter} indicators={matter.indicators.slice(0, MOST_NAMED)} />
              {matter.indicators.length > MOST_NAMED && (
                <details>
                  <summary>{say(moreWords(matter.indicators.length - MOST_NAMED))}</summary>
                  <NamedIndicators matter={matter} indicators={matter.indicators.slice(MOST_NAMED)} />
                </details>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function NamedIndicators({ matter, indicators }: { matter: Matter; indicators: OverviewIndicator[] }) {
  const { say } = useLanguage()
  const address = useAddress()
  return (
    <ul className="named">
      {indicators.map((indicator) => (
        <li key={indicator.id}>
          <Link href={address.to({ page: 'indicator', id: indicator.id })}>{indicator.name}</Link>
          {matter.note && <span className="quiet"> {say(matter.note(indicator))}</span>}
        </li>
      ))}
    </ul>
  )
}

function moreWords(count: number): Words {
  return { zh: `另有 ${count} 项`, en: `${count} more` }
}
