import { CHART_WORDS } from '../charts/words.ts'
import { useLanguage } from '../language/language.tsx'

/** Where what is above comes from, and up to which day it speaks. */
export function SourceLine({ institution }: { institution: { name: string; dataDate: string | null } }) {
  const { say, formatDay } = useLanguage()
  return (
    <p className="cap source-line">
      {say(CHART_WORDS.source)}
      {institution.name}
      {institution.dataDate && (
        <>
          {say(CHART_WORDS.records)}
          <span className="nowrap">{formatDay(institution.dataDate)}</span>
        </>
      )}
    </p>
  )
}
