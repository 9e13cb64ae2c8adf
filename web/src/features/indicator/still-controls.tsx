import { useAddress } from '../../address/address.tsx'
import { NOWHERE } from '../../address/addresses.ts'
import type { IndicatorFacts } from '../../graph/generated.ts'
import { useLanguage } from '../../language/language.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import INDICATOR_WORDS from './words.json' with { type: 'json' }

/** The dimensions whose breakdown is in the folder. One without any figure is not. */
export function useBreakdowns(indicator: IndicatorFacts) {
  const address = useAddress()
  return indicator.dimensions
    .map(({ id, name }) => ({ key: id, text: name, href: address.with({ by: id }) }))
    .filter(({ href }) => href !== NOWHERE)
}

/** Links to the breakdowns of an indicator's page that is a file. The script of the folder marks the one that is seen. */
export function StillControls({ indicator }: { indicator: IndicatorFacts }) {
  const { say } = useLanguage()
  const address = useAddress()
  const breakdowns = useBreakdowns(indicator)
  if (breakdowns.length === 0) return null
  const whole = { key: '', text: say(INDICATOR_WORDS.whole), href: address.with({ by: null }) }
  return <Tabs label={say(INDICATOR_WORDS.by)} tabs={[whole, ...breakdowns]} open={null} />
}
