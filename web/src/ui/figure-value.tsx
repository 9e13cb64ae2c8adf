import { formatValue, gapWords, formatQuantity } from '@causeway/shared/format-figure'
import { countsOf, decimalsOf, type Judged } from '@causeway/shared/verdict'
import type { Gap } from '@causeway/shared/figure'
import { englishUnit, isRange, wholeOf } from '@causeway/shared/words/units'
import { judgedBy, type ShownIndicator, changeText, readChange } from '../graph/change.ts'
import { useLanguage } from '../language/language.tsx'
import type { JudgedFigure } from '../graph/generated.ts'
import { useSetting } from '../setting/setting.tsx'
import { areCompared } from '../setting/years.ts'
import { Unbroken } from './unbroken.tsx'
import type { Words } from '@causeway/shared/words/words'
import { spoken } from '../language/words.ts'
import { useSession } from '../session/use-session.tsx'

interface Props {
  /** Left out: there are no records. */
  figure: (Judged & { gap: Gap | null }) | null | undefined
  indicator: Omit<ShownIndicator, 'betterWhen'>
}

/** The hero of a card: a large number with its unit kept beside it, the counts of a share of few, or the reason why there is none. */
export function FigureValue({ figure, indicator }: Props) {
  const { locale, say } = useLanguage()
  if (figure == null || figure.value === null) {
    const words = gapWords[figure?.gap ?? 'NO_RECORDS']
    return (
      <p className="figure-gap">
        <span aria-hidden="true">{words.symbol}</span> {say(words.word)}
      </p>
    )
  }
  const by = judgedBy(indicator)
  const { unit } = indicator
  const text = formatValue(figure.value, decimalsOf(figure, by), locale)
  const counts = countsOf(figure, by)
  if (counts)
    return (
      <p className="figure-value figure-of-few">
        {say(counts)}{' '}
        <small>
          {text}
          {unit}
        </small>
      </p>
    )
  return (
    <p className="figure-value">
      {text}
      {!isRange(unit) && (
        <>
          {locale === 'EN' && unit !== '%' && ' '}
          <small>{locale === 'EN' ? englishUnit(unit, text) : unit}</small>
        </>
      )}
    </p>
  )
}

interface ChangeLineProps {
  indicator: ShownIndicator
  figures: JudgedFigure[]
  year: number
}

/** What became of a figure since the year before, in words; with an arrow where it is more than chance. */
export function ChangeLine({ indicator, figures, year }: ChangeLineProps) {
  const { locale, say } = useLanguage()
  const setting = useSetting()
  const compared = setting.state !== 'ready' || areCompared(setting.setting.institution, year)
  const { arrow, words } = changeText(compared ? readChange(figures, year, indicator) : null, indicator, locale)
  return (
    <>
      {arrow && <span aria-hidden="true">{arrow} </span>}
      <Unbroken text={say(words)} />
    </>
  )
}

interface TargetLineProps {
  target: {
    value: number
    /** Added up over the years of a plan. */
    cumulative: boolean
    /** What it is held against; null: nothing that can be shown. */
    actual: number | null
    onCourse: boolean | null
    reached: boolean | null
  }
  decimals: number
  unit: string
  /** The period of the target is over: what was not reached is not on its way any more. */
  over: boolean
}

/** A target as a line on a track, and in words where the figure is towards it. */
export function TargetLine({ target, decimals, unit, over }: TargetLineProps) {
  const { locale, say } = useLanguage()
  const { session } = useSession()
  const { value: wanted, actual, cumulative } = target
  const hidden = cumulative && actual === null && session !== null && !session.signedIn
  // The track ends a little behind the larger of the two, so that either can be seen to be.
  const end = wholeOf(unit) ?? Math.max(actual ?? 0, wanted) * 1.08
  const place = (of: number) => `${Math.min(Math.max((100 * of) / (end || 1), 0), 100).toFixed(1)}%`
  return (
    <div className="target">
      {actual !== null && (
        <svg className="target-track" width="100%" height="10" aria-hidden="true">
          <rect className="target-whole" width="100%" height="4" y="3" rx="2" />
          <rect className="target-now" width={place(actual)} height="4" y="3" rx="2" />
          <line className="target-mark" x1={place(wanted)} x2={place(wanted)} y1="0" y2="10" />
        </svg>
      )}
      <p className="target-words">
        {cumulative && actual !== null && (
          <Unbroken text={say(sumWords(formatQuantity(actual, decimals, spoken(unit), locale)))} />
        )}
        {say(cumulative ? CUMULATIVE : TARGET)}
        <span className="nowrap">{formatQuantity(wanted, decimals, spoken(unit), locale)}</span>
        {say(stateOf(target, over))}
        {hidden && say(HIDDEN)}
      </p>
    </div>
  )
}

const TARGET: Words = { zh: '目标', en: 'target ' }
const CUMULATIVE: Words = { zh: '累计目标', en: 'target since the plan began ' }

const HIDDEN: Words = { zh: '（已累计数登录后可见）', en: ' (sum so far: sign in)' }

/** What is held against it: the figure above is of one year. */
function sumWords(sum: string): Words {
  return { zh: `已累计${sum}，`, en: `${sum} in all, ` }
}

function stateOf({ reached, onCourse }: TargetLineProps['target'], over: boolean): Words {
  if (reached) return { zh: '，已达到', en: ', reached' }
  if (over && reached === false) return { zh: '，未达到', en: ', not reached' }
  if (onCourse) return { zh: '，达到序时进度', en: ', on course' }
  return onCourse === false ? { zh: '，未达到序时进度', en: ', behind' } : { zh: '', en: '' }
}
