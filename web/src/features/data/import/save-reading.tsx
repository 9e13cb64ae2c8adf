import { withoutTableEnding } from '@causeway/shared/table-files'
import { useId, useRef, useState, type FormEvent } from 'react'
import type { ImportReport } from '../../../graph/generated.ts'
import { useDeed } from '../../../graph/send-change.ts'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Said } from '../../../ui/form-actions.tsx'
import { NotDone } from '../../../ui/not-done.tsx'
import { readImport, setImport } from './import-draft.ts'
import { SaveMappingMutation } from './saved-query.ts'
import SAVED_WORDS from './saved-words.json' with { type: 'json' }

interface Props {
  report: ImportReport
  institution: string
  units: [code: string, name: string][]
  /** The unit whose rows somebody came to bring. */
  forUnit?: string | null
  /** The saved mapping that was changed here. */
  madeOf?: string | null
  open: boolean
}

/** Keeps how a file was read under a name, so that the next one needs only what is new. */
export function SaveReading({ report, institution, units, forUnit = null, madeOf = null, open }: Props) {
  const { say } = useLanguage()
  const id = useId()
  const name = useRef<HTMLInputElement>(null)
  const [unit, setUnit] = useState(forUnit ?? '')
  const [said, setSaid] = useState<string | null>(null)
  const { busy, refused, fault, send, forget } = useDeed()
  const text = report.asMapping
  if (text === null) return null

  async function save() {
    const asked = { institution, name: name.current?.value ?? '', unit: unit || null, text: text! }
    setSaid(null)
    const done = await send(SaveMappingMutation, asked)
    if (!done) return
    setImport({ ...readImport(), saved: text })
    setSaid(say(done.changed ? SAVED_WORDS.saved : SAVED_WORDS.same, done.mapping))
    forget()
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    void save()
  }

  return (
    <details className="card save-reading" open={open}>
      <summary>{say(SAVED_WORDS.remember)}</summary>
      <form className="stack-tight" onSubmit={submit}>
        <p className="quiet">{say(SAVED_WORDS.rememberHint)}</p>
        <div className="fields">
          <div className="choice">
            <label htmlFor={id}>{say(SAVED_WORDS.name)}</label>
            <input
              id={id}
              ref={name}
              maxLength={100}
              required
              defaultValue={report.mapping ?? madeOf ?? toName(report.fileName)}
            />
          </div>
          {units.length > 0 && (
            <Choice
              label={say(SAVED_WORDS.unit)}
              value={unit}
              options={[
                { value: '', text: say(SAVED_WORDS.wholeCollege) },
                ...units.map(([value, text]) => ({ value, text })),
              ]}
              onChange={setUnit}
            />
          )}
        </div>
        <NotDone refused={refused} fault={fault} retry={() => void save()} />
        <Said text={said} />
        <p className="actions">
          <Button submits disabled={busy}>
            {say(SAVED_WORDS.save)}
          </Button>
        </p>
      </form>
    </details>
  )
}

/** What the file is called, without its ending, its years, and what no name may hold. */
export function toName(fileName: string): string {
  const bare = withoutTableEnding(fileName)
    .replace(/[/\\:*?"<>|]/g, ' ')
    .replace(/(19|20)\d{2}(\s*[-—–～~至]\s*(19|20)?\d{2})?\s*(学年|年度|年)?/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.=_-]+|[\s_-]+$/g, '')
  return (bare || fileName.replace(/\.[^.]*$/, '')).slice(0, 100)
}
