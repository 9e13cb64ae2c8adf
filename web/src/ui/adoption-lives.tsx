import type { ReactNode } from 'react'
import { toDay } from '@causeway/shared/day'
import type { AdoptionFacts } from '../graph/adoption-fields.ts'
import { formatDay } from '../language/format-date.ts'
import { useLanguage } from '../language/language.tsx'
import { StageMark } from './stage-mark.tsx'
import '../styles/adoptions.css'

interface Props {
  adoptions: AdoptionFacts[]
  /** The day that they are told for: where the time line ends. */
  on: string
  /** What stands at the left of each line. */
  head: (adoption: AdoptionFacts) => ReactNode
}

/** Adoptions under each other on one time axis: each a line that begins when it was proposed, with the sign of every stage on its day. */
export function AdoptionLives({ adoptions, on, head }: Props) {
  const { locale, say } = useLanguage()
  const days = adoptions.flatMap(({ stages }) =>
    stages.flatMap(({ date }) => (date && date <= on ? [toDay(date)] : [])),
  )
  if (days.length === 0) return null
  const firstYear = Number(new Date(Math.min(...days) * 86_400_000).toISOString().slice(0, 4))
  const start = toDay(`${firstYear}-01-01`)
  const end = toDay(on)
  const at = (day: number) => `${(((day - start) * 100) / Math.max(end - start, 1)).toFixed(2)}%`
  const lastYear = Number(on.slice(0, 4))
  const step = Math.max(1, Math.ceil((lastYear - firstYear + 1) / 6))
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i).filter(
    (year) => (year - firstYear) % step === 0,
  )
  return (
    <div className="lives">
      <div className="life axis" aria-hidden="true">
        <span />
        <div className="life-track">
          {years.map((year) => (
            <span key={year} className="life-year" style={{ left: at(toDay(`${year}-01-01`)) }}>
              {year}
            </span>
          ))}
        </div>
      </div>
      <ul>
        {adoptions.map((adoption) => {
          const reached = adoption.stages.filter(({ date }) => date !== null && date <= on)
          const days = reached.map(({ date }) => toDay(date!))
          const lapsed = reached.find(({ stage }) => stage === 'LAPSED')
          const adopted = reached.find(
            ({ stage }) => stage === 'ADOPTED' || stage === 'REGISTERED' || stage === 'IN_SYSTEM',
          )
          const last = lapsed ? toDay(lapsed.date!) : end
          return (
            <li key={adoption.record.id} className="life">
              <div className="life-head">
                {head(adoption)}
                <p className="quiet">
                  <StageMark stage={adoption.state} /> {adoption.stateLabel}
                  {adoption.since && (
                    <>
                      {say({ zh: '，', en: ', ' })}
                      <span className="nowrap">{formatDay(adoption.since, locale)}</span>
                    </>
                  )}
                </p>
              </div>
              <div className="life-track" aria-hidden="true">
                {days.length > 0 && (
                  <span
                    className="life-before"
                    style={{
                      left: at(Math.min(...days)),
                      right: `calc(100% - ${at(adopted ? toDay(adopted.date!) : last)})`,
                    }}
                  />
                )}
                {adopted && (
                  <span
                    className="life-line"
                    style={{ left: at(toDay(adopted.date!)), right: `calc(100% - ${at(last)})` }}
                  />
                )}
                {reached.map(({ stage, date, label }) => (
                  <span
                    key={stage}
                    className="life-stage"
                    style={{ left: at(toDay(date!)) }}
                    title={`${label} ${formatDay(date!, locale)}`}
                  >
                    <StageMark stage={stage} />
                  </span>
                ))}
              </div>
              <p className="for-ears">
                {reached
                  .map(({ label, date }) => `${label} ${formatDay(date!, locale)}`)
                  .join(say({ zh: '；', en: '; ' }))}
              </p>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
