import { useState } from 'react'
import { fill } from '../../language/words.ts'
import { useLanguage } from '../../language/language.tsx'
import { Said } from '../../ui/said.tsx'
import { AttachForm } from './attach-form.tsx'
import type { EvidenceFacts, WholeRecord as RecordFacts } from '../../graph/generated.ts'
import { RECORD_WORDS } from './record-words.ts'

const UNITS = ['B', 'kB', 'MB', 'GB'] as const

/** The size of a file as people read it: `812 B`, `4.2 MB`. */
function formatBytes(bytes: number): string {
  let size = bytes
  let unit = 0
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000
    unit++
  }
  return `${unit === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${UNITS[unit]}`
}

/** What proves the record, each with its file. */
export function EvidencePanel({ record, changes }: { record: RecordFacts; changes: boolean }) {
  const { say } = useLanguage()
  const [open, setOpen] = useState(false)
  const [said, setTold] = useState<string | null>(null)
  return (
    <section className="card" aria-labelledby="record-evidence">
      <header className="card-head">
        <h2 id="record-evidence">{say(RECORD_WORDS.evidence)}</h2>
        {changes && (
          <button type="button" className="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {say(RECORD_WORDS.attach)}
          </button>
        )}
      </header>
      <Said text={said} />
      {open && (
        <AttachForm
          record={record}
          onCancel={() => setOpen(false)}
          onDone={(code) => {
            setOpen(false)
            setTold(say(RECORD_WORDS.attached, { code }))
          }}
        />
      )}
      {record.evidence.length === 0 && !open && <p className="quiet">{say(RECORD_WORDS.evidenceNone)}</p>}
      <ul className="evidence">
        {record.evidence.map((one) => (
          <Evidence key={one.id} evidence={one} />
        ))}
      </ul>
    </section>
  )
}

function Evidence({ evidence }: { evidence: EvidenceFacts }) {
  const { say, formatDay } = useLanguage()
  const comma = say({ zh: '，', en: ', ' })
  const on = formatDay(evidence.issuedOn)
  const issued = evidence.issuedBy
    ? fill(RECORD_WORDS.issued, { by: evidence.issuedBy, on })
    : fill(RECORD_WORDS.issuedOn, { on })
  return (
    <li>
      <p>
        <b>{evidence.title}</b>{' '}
        <span className="quiet">
          {evidence.kindLabel} <code>{evidence.code}</code>
        </span>
      </p>
      <p className="quiet">
        {say(issued)}
        {evidence.expiresOn && comma + say(RECORD_WORDS.expires, { on: formatDay(evidence.expiresOn) })}
        {comma}
        {evidence.file ? (
          <a href={evidence.file.address} download={evidence.file.name}>
            {evidence.file.name}
            {evidence.file.bytes !== null && ` (${formatBytes(evidence.file.bytes)})`}
          </a>
        ) : (
          say(RECORD_WORDS.noFile)
        )}
      </p>
    </li>
  )
}
