import { useEffect, useRef, type ReactNode } from 'react'
import { toIso } from '@causeway/shared/day'
import { periodDays, periodLabel } from '@causeway/shared/period'
import { fill } from '../../language/words.ts'
import { useLanguage } from '../../language/language.tsx'
import type { InstitutionFacts, OverviewSaid } from '../../graph/generated.ts'
import { FactList } from '../../ui/fact-list.tsx'
import { DATA_DATE_WORDS, DATA_WORDS } from './data-words.ts'

interface Props {
  before: OverviewSaid
  after: OverviewSaid
  institution: InstitutionFacts
}

/** What the overview says now, beside what it would say. */
export function DataDatePreview({ before, after, institution }: Props) {
  const { locale, say, formatDay } = useLanguage()
  const place = useRef<HTMLDivElement>(null)
  // It comes because somebody asked for it: those who listen hear it.
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1} className="said-pair">
      {(['now', 'then'] as const).map((when) => {
        const said = when === 'now' ? before : after
        return (
          <section key={when} aria-label={say(DATA_DATE_WORDS[when])}>
            <h3>
              {say(DATA_DATE_WORDS[when])}{' '}
              {said.dataDate && (
                <span className="quiet">{say(DATA_WORDS.until, { day: formatDay(said.dataDate) })}</span>
              )}
            </h3>
            <FactList
              facts={[
                [say(DATA_DATE_WORDS.opens), said.openingYear === null ? null : yearOf(said.openingYear)],
                [say(DATA_DATE_WORDS.reported), reportedOf(said)],
                [say(DATA_DATE_WORDS.targets), targetsOf(said)],
                [say(DATA_DATE_WORDS.changes), changesOf(said)],
              ]}
            />
          </section>
        )
      })}
    </div>
  )

  function yearOf(year: number): string {
    const [first, last] = periodDays('SCHOOL_YEAR', year, institution.schoolYearStart)
    return periodLabel({ basis: 'SCHOOL_YEAR', year, start: toIso(first), end: toIso(last) }, locale)
  }

  function reportedOf({ reported }: OverviewSaid): string {
    return say(
      reported && reported.expected > 0 ? fill(DATA_DATE_WORDS.reportedOf, reported) : DATA_DATE_WORDS.nothingDue,
    )
  }

  function targetsOf({ targetsKnown: known, targetsOnCourse: n, partial }: OverviewSaid): string {
    if (known === 0) return say(DATA_DATE_WORDS.noTargets)
    return say(partial ? DATA_DATE_WORDS.onCourse : DATA_DATE_WORDS.reached, { known, n })
  }

  function changesOf({ changes }: OverviewSaid): ReactNode {
    if (changes === null) return say(DATA_DATE_WORDS.notCounted)
    if (changes.length === 0) return say(DATA_DATE_WORDS.noChanges)
    return (
      <ul className="plain">
        {changes.map(({ indicator, sentence }) => (
          <li key={indicator.id}>
            {indicator.name}
            {say({ zh: '：', en: ': ' })}
            {sentence}
          </li>
        ))}
      </ul>
    )
  }
}
