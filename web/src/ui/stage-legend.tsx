import type { AdoptionState } from '../graph/adoption-fields.ts'
import { useLanguage } from '../language/language.tsx'
import { StageMark } from './stage-mark.tsx'

/** What the signs of the stages mean, in their order. */
export function StageLegend({ stages }: { stages: { stage: AdoptionState | null; label: string }[] }) {
  const { say } = useLanguage()
  return (
    <ul className="register-legend quiet" aria-label={say({ zh: '图例', en: 'Legend' })}>
      {stages.map(({ stage, label }) => (
        <li key={label}>
          <StageMark stage={stage} /> {label}
        </li>
      ))}
    </ul>
  )
}
