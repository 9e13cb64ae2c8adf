import CHART_WORDS from '../charts/words.json' with { type: 'json' }
import { useLanguage } from '../language/language.tsx'
import { Unbroken } from './unbroken.tsx'

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

/** Whose the page is, and of which year or day. */
export function InstitutionLead({ institution, when }: { institution: { name: string }; when: string }) {
  const { say } = useLanguage()
  return (
    <p className="lead">
      {institution.name}
      {say({ zh: '，', en: ', ' })}
      <Unbroken text={when} />
    </p>
  )
}
