import { formatInterval, formatValue } from '@causeway/shared/format-figure'
import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { Sparkline } from '../../charts/sparkline.tsx'
import { useLanguage } from '../../language/language.tsx'
import { spoken } from '../../language/spoken.ts'
import { ChangeLine } from '../../ui/change-line.tsx'
import { FigureValue } from '../../ui/figure-value.tsx'
import '../../styles/figure-list.css'
import type { SkillIndicator } from './skills-query.ts'
import { SKILLS_WORDS } from './words.ts'

/** Below it a change of a rate says little, and is not called better or worse. */
const FEW = 20

/** Figures under each other with how many people they are made of and how sure they are. */
export function FiguresWithIntervals({ indicators, year }: { indicators: SkillIndicator[]; year: number }) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  const comma = say({ zh: '，', en: ', ' })
  return (
    <ul className="figure-list">
      {indicators.map((indicator) => {
        const figures = indicator.series?.figures ?? []
        const chosen = figures.findIndex((figure) => figure.period.year === year)
        const figure = figures[chosen]
        const few = figure?.denominator != null && figure.denominator < FEW
        const betterWhen = few ? null : indicator.betterWhen
        return (
          <li key={indicator.id}>
            <div className="figure-list-name">
              <Link href={address.to({ page: 'indicator', id: indicator.id })}>{indicator.name}</Link>
              <p className="quiet">{factsOf(indicator, figure).join(comma)}</p>
              {figure?.value != null && (
                <p className="quiet">
                  <ChangeLine indicator={{ ...indicator, betterWhen }} figures={figures} year={year} />
                </p>
              )}
            </div>
            <FigureValue
              value={figure?.value ?? null}
              gap={figure?.gap ?? null}
              decimals={indicator.decimals}
              unit={indicator.unit}
            />
            <Sparkline figures={figures} chosen={chosen} />
          </li>
        )
      })}
    </ul>
  )

  function factsOf(
    { kind, decimals, unit }: SkillIndicator,
    figure: NonNullable<SkillIndicator['series']>['figures'][number] | undefined,
  ): string[] {
    if (!figure) return []
    const facts = figure.period.basis === 'SCHOOL_YEAR' ? [] : [figure.period.label]
    if (figure.value === null) return facts
    const { numerator, denominator, size, interval } = figure
    const whole = (value: number) => formatValue(value, 0, locale)
    if (kind === 'RATIO' && numerator !== null && denominator !== null && Number.isInteger(numerator))
      facts.push(`${whole(numerator)}/${whole(denominator)}`)
    else if ((kind === 'MEAN' || kind === 'RATIO') && size !== null)
      facts.push(say({ zh: `基数 ${whole(size)}`, en: `counted over ${whole(size)}` }))
    if (interval) {
      const range = formatInterval(interval, Math.min(decimals, 1), locale, spoken(unit))
      facts.push(`${say(SKILLS_WORDS.shortInterval)} ${range}`)
    }
    return facts
  }
}
