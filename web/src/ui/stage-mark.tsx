import type { AdoptionState } from '../graph/generated.ts'

/** The sign of a stage of an adoption: a circle that fills as it goes on, a star once learners use it, a cross when it has lapsed. */
export function StageMark({ stage }: { stage: AdoptionState | null }) {
  return (
    <svg className="register-mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {stage === null && <circle cx="8" cy="8" r="5.5" {...OUTLINE} strokeDasharray="2 2.3" />}
      {stage !== null && stage in FILLED && (
        <>
          <circle cx="8" cy="8" r="6" {...OUTLINE} fill="var(--surface)" />
          <path d={FILLED[stage as keyof typeof FILLED]} fill="currentColor" />
        </>
      )}
      {stage === 'USED' && (
        <path d="M8 .9l2.1 4.6 5 .5-3.8 3.3 1.1 4.9L8 11.6l-4.4 2.6 1.1-4.9L.9 6l5-.5z" fill="currentColor" />
      )}
      {stage === 'LAPSED' && <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" strokeWidth="2.4" fill="none" />}
    </svg>
  )
}

const OUTLINE = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.4 }

/** Nothing, a quarter, a half, three quarters, the whole of a circle. */
const FILLED = {
  PROPOSED: '',
  ADAPTED: 'M8 8V2a6 6 0 0 1 6 6z',
  ADOPTED: 'M8 2a6 6 0 0 1 0 12z',
  REGISTERED: 'M8 8V2a6 6 0 1 1-6 6z',
  IN_SYSTEM: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z',
}
