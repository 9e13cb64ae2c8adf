import '../../styles/import.css'
import { useEffect, useState } from 'react'
import type { Words } from '@causeway/shared/words/words'
import { useChange } from '../../graph/send-change.ts'
import { useLanguage } from '../../language/language.tsx'
import { ReportProgressQuery } from './reports/report-queries.ts'
import WORDS from './reports/words.json' with { type: 'json' }

const POLL_MS = 500

/** Returns the name by which a form asks for the progress of what it makes. */
export function useProgressName(): string {
  const [name] = useState(() => String(Math.random()))
  return name
}

/** The progress of a report or a release that is being made. `words`: what is being done; omitted: a report is made. */
export function MakingProgress({ name, words = WORDS.working }: { name: string; words?: Words }) {
  const { say } = useLanguage()
  const change = useChange()
  const [percent, setPercent] = useState<number | null>(null)
  const [before, setBefore] = useState(0)
  useEffect(() => {
    const ask = async () => {
      const { data } = await change(ReportProgressQuery, { name })
      if (data?.reportProgress != null) setPercent(data.reportProgress)
      setBefore(data?.reportsBefore ?? 0)
    }
    const timer = setInterval(() => void ask(), POLL_MS)
    return () => clearInterval(timer)
  }, [change, name])
  const said = before > 0 ? say(WORDS.inLine, { before }) : say(words)
  return (
    <div className="import-progress stack-tight">
      <p role="status">
        {said} {before === 0 && percent !== null && <span aria-hidden="true">{percent} %</span>}
      </p>
      <progress aria-label={said} max={100} {...(percent !== null && { value: percent })} />
    </div>
  )
}
