import type { Gap } from '@causeway/shared/figure'
import { gapWords } from '@causeway/shared/format-figure'
import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { useLanguage } from '../../language/language.tsx'
import type { IndicatorFacts } from '../../graph/generated.ts'
import { INDICATOR_WORDS } from './words.ts'

interface Props {
  gap: Gap
  indicator: Pick<IndicatorFacts, 'needs'>
  mayChange: boolean
}

/** Why there is no number, and what to do about it. */
export function GapNote({ gap, indicator, mayChange }: Props) {
  const { say } = useLanguage()
  const address = useAddress()
  if (gap === 'SUPPRESSED') return <p className="note">{say(INDICATOR_WORDS.hidden)}</p>
  const stop = say({ zh: '。', en: '. ' })
  const types = indicator.needs.map(({ recordType }) => recordType)
  return (
    <p className="note">
      {capital(say(gapWords[gap].meaning))}
      {stop}
      {gap === 'NO_RECORDS' &&
        types.length > 0 &&
        say(INDICATOR_WORDS.countedFrom) +
          types.map(({ label }) => say({ zh: `“${label}”`, en: `"${label}"` })).join(say({ zh: '、', en: ', ' })) +
          stop}
      {gap === 'NO_RECORDS' && mayChange && types[0] && (
        <Link href={address.to({ page: 'data' }, { tab: 'missing', type: types[0].name })}>
          {say(INDICATOR_WORDS.fillIn)}
        </Link>
      )}
    </p>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
