import type { ReactNode } from 'react'
import type { View } from '../../address/view.ts'
import { useLanguage } from '../../language/language.tsx'
import { useStill } from '../../still/still.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { FailedPart } from '../../ui/states.tsx'
import INDICATOR_WORDS from './words.json' with { type: 'json' }
import '../../styles/learn-more.css'

const HEADING = 'learn-more'

const TABS = ['about', 'why', 'records', 'reconcile', 'peers', 'targets', 'take'] as const
export type Tab = (typeof TABS)[number]

/** From a link higher up the page to the part that it opened. */
export function goToOpened(): void {
  // Once the part is there.
  setTimeout(() => {
    const heading = document.getElementById(HEADING)
    heading?.focus({ preventScroll: true })
    heading?.scrollIntoView()
  })
}

/** Which part is open: records that are asked for are in theirs. */
export function openTab(view: Pick<View, 'tab' | 'records'>): Tab {
  if (view.records) return 'records'
  return TABS.find((tab) => tab === view.tab) ?? 'about'
}

interface Props {
  /** The open one. */
  tab: Tab
  children: ReactNode
}

/** What there is to know beside the number and its chart: one part at a time, each asked for when it is opened. */
export function LearnMore({ tab, children }: Props) {
  const { say } = useLanguage()
  const still = useStill()
  return (
    <section className="learn-more wide" aria-labelledby={HEADING}>
      <h2 id={HEADING} tabIndex={-1}>
        {say(INDICATOR_WORDS.learnMore)}
      </h2>
      {!still && (
        <Tabs
          label={say(INDICATOR_WORDS.learnMore)}
          tabs={TABS.map((one) => ({
            key: one,
            text: say(INDICATOR_WORDS.tabs[one]),
            view: {
              tab: one === 'about' || one === 'records' ? null : one,
              records: one === 'records' ? 'numerator' : null,
              after: null,
            },
          }))}
          open={tab}
        />
      )}
      <FailedPart key={tab}>{children}</FailedPart>
    </section>
  )
}
