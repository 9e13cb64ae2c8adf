import '../../../styles/import.css'
import { useEffect, useState } from 'react'
import { useChange } from '../../../graph/send-change.ts'
import { useLanguage } from '../../../language/language.tsx'
import { ReportProgressQuery } from './report-queries.ts'
import WORDS from './words.json' with { type: 'json' }

const POLL_MS = 500

/** By what name a form asks how far its report is. */
export function useProgressName(): string {
  const [name] = useState(() => String(Math.random()))
  return name
}

/** How far a report is that is being made. */
export function ReportProgress({ name }: { name: string }) {
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
  const said = before > 0 ? say(WORDS.inLine, { before }) : say(WORDS.working)
  return (
    <div className="import-progress stack-tight">
      <p role="status">
        {said} {before === 0 && percent !== null && <span aria-hidden="true">{percent} %</span>}
      </p>
      <progress aria-label={said} max={100} {...(percent !== null && { value: percent })} />
    </div>
  )
}
