import { useId } from 'react'
import { formatQuantity, gapWords } from '@causeway/shared/format-figure'
import type { Words } from '@causeway/shared/words/words'
import { Link } from '../../address/address.tsx'
import { CountedLink, FirstNamed } from '../../ui/counted-link.tsx'
import { useLanguage } from '../../language/language.tsx'
import { spoken } from '../../language/words.ts'
import type { QualityFinding as Finding, Outlier, Uncomputed } from '../../graph/generated.ts'
import MISSING_WORDS from './missing-words.json' with { type: 'json' }

interface Props {
  findings: Finding[]
  outliers: Outlier[]
  uncomputed: Uncomputed[]
}

const SEVERITY: Record<Finding['severity'], { sign: string; word: Words }> = {
  ERROR: { sign: '!', word: { zh: '有误', en: 'wrong' } },
  WARNING: { sign: '?', word: { zh: '存疑', en: 'doubtful' } },
  HINT: { sign: 'i', word: { zh: '可完善', en: 'could be better' } },
}

/** What the rules found in the records, each with what to do about it. */
export function FindingsPanel({ findings, outliers, uncomputed }: Props) {
  const { locale, say } = useLanguage()
  const id = useId()
  return (
    <section className="card" aria-labelledby={id}>
      <header className="card-head">
        <h2 id={id}>
          {say(MISSING_WORDS.findings)} {findings.length > 0 && <span className="count">{findings.length}</span>}
        </h2>
      </header>
      {findings.length === 0 && <p className="quiet">{say(MISSING_WORDS.findingsNone)}</p>}
      <ul className="doubts stack">
        {findings.map((finding) => (
          <li key={finding.id}>
            <span className={`sign sign-${finding.severity.toLowerCase()}`} aria-hidden="true">
              {SEVERITY[finding.severity].sign}
            </span>
            <div>
              <p>
                <span className="quiet">{say(SEVERITY[finding.severity].word)}</span>{' '}
                {finding.href ? <CountedLink href={finding.href}>{finding.message}</CountedLink> : finding.message}
              </p>
              {finding.named.length > 0 && (
                <p>
                  <FirstNamed named={finding.named} count={finding.count} />
                </p>
              )}
              <p className="quiet">
                {say(MISSING_WORDS.todo)}
                {finding.instruction}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {outliers.length > 0 && (
        <>
          <h3 className="data-sub">{say(MISSING_WORDS.outliers)}</h3>
          <ul className="plain">
            {outliers.map(({ indicator, value, median, years }) => (
              <li key={indicator.id}>
                <Link to={{ page: 'indicator', id: indicator.id }}>{indicator.name}</Link>{' '}
                <span className="quiet">
                  {say(MISSING_WORDS.outlier, {
                    value: withUnit(value, indicator),
                    median: withUnit(median, indicator),
                    years,
                  })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {uncomputed.length > 0 && (
        <details className="data-sub">
          <summary>{say(MISSING_WORDS.uncomputed, { n: uncomputed.length })}</summary>
          <ul className="plain">
            {uncomputed.map(({ indicator, gap, missing }) => (
              <li key={indicator.id}>
                <Link to={{ page: 'indicator', id: indicator.id }}>{indicator.name}</Link>{' '}
                <span className="quiet">
                  {say(gapWords[gap].word)}
                  {say({ zh: '。', en: '. ' })}
                  {missing.length > 0
                    ? say(MISSING_WORDS.lacks) + missing.map(({ label }) => label).join(say({ zh: '、', en: ', ' }))
                    : say(MISSING_WORDS.lacksNothing)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )

  function withUnit(value: number, { decimals, unit }: Outlier['indicator']): string {
    return formatQuantity(value, decimals, spoken(unit), locale)
  }
}
