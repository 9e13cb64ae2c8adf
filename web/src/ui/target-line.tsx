import { formatQuantity } from '@causeway/shared/format-figure'
import { wholeOf } from '@causeway/shared/words/units'
import type { Words } from '@causeway/shared/words/words'
import { spoken } from '../language/words.ts'
import { useLanguage } from '../language/language.tsx'
import { useSession } from '../session/use-session.tsx'
import { Unbroken } from './unbroken.tsx'

interface Props {
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
export function TargetLine({ target, decimals, unit, over }: Props) {
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

function stateOf({ reached, onCourse }: Props['target'], over: boolean): Words {
  if (reached) return { zh: '，已达到', en: ', reached' }
  if (over && reached === false) return { zh: '，未达到', en: ', not reached' }
  if (onCourse) return { zh: '，达到序时进度', en: ', on course' }
  return onCourse === false ? { zh: '，未达到序时进度', en: ', behind' } : { zh: '', en: '' }
}
