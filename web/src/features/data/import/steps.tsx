import { useEffect, useRef, type ReactNode } from 'react'
import { useLanguage } from '../../../language/language.tsx'
import type { Step } from './import-draft.ts'
import { IMPORT_WORDS } from './import-words.ts'

const STEPS: readonly Step[] = ['choose', 'check', 'preview', 'done']

/** Where one is on the way from a file to figures. */
export function StepList({ step }: { step: Step }) {
  const { say } = useLanguage()
  const now = STEPS.indexOf(step)
  return (
    <ol className="steps" aria-label={say(IMPORT_WORDS.steps)}>
      {STEPS.map((one, at) => (
        <li key={one} aria-current={at === now ? 'step' : undefined} className={at < now ? 'past' : undefined}>
          <span aria-hidden="true">{at < now ? '✓' : at + 1}</span> {say(IMPORT_WORDS[one])}
        </li>
      ))}
    </ol>
  )
}

/** The heading of a step takes the focus when the step begins, so that anyone who cannot see the page knows where they are. */
export function StepHeading({ step, children }: { step: Step; children: ReactNode }) {
  const { say } = useLanguage()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (step !== 'choose') heading.current?.focus()
  }, [step])
  return (
    <h2 ref={heading} tabIndex={-1} className="step-heading">
      <span className="for-ears">{say(IMPORT_WORDS.stepOf, { n: STEPS.indexOf(step) + 1 })} </span>
      {children}
    </h2>
  )
}
