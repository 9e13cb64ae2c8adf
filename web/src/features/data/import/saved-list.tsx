import { useRef, useState } from 'react'
import { formatValue } from '@causeway/shared/format-figure'
import type { SavedMappingFacts } from '../../../graph/generated.ts'
import { useChange, useDeed } from '../../../graph/send-change.ts'
import { useAnswer } from '../../../graph/use-answer.ts'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { Said } from '../../../ui/form-actions.tsx'
import { madeByWords, NotDone } from '../../../ui/not-done.tsx'
import UI_WORDS from '../../../ui/words.json' with { type: 'json' }
import { saveFile } from './correct-panel.tsx'
import { MappingTextQuery, RemoveMappingMutation, SavedMappingsQuery, SaveMappingMutation } from './saved-query.ts'
import { toName } from './save-reading.tsx'
import { SavedVersions } from './saved-versions.tsx'
import SAVED_WORDS from './saved-words.json' with { type: 'json' }

/** More than the longest mapping takes, in whatever script. */
const MOST_BYTES = 400_000

interface Props {
  institution: string
  units: [code: string, name: string][]
}

/** How files of this college are read, as it was saved: taken out as YAML, replaced by an edited one, removed. */
export function SavedList({ institution, units }: Props) {
  const { locale, say } = useLanguage()
  const { data } = useAnswer(SavedMappingsQuery, { institution, locale })
  const [said, setSaid] = useState<string | null>(null)
  const [tooLarge, setTooLarge] = useState<string | null>(null)
  const { refused, fault, send, forget, busy } = useDeed()
  const last = useRef(() => {})
  const saved = data?.savedMappings
  if (!saved) return null

  async function keep(name: string, file: File, unit: string | null) {
    last.current = () => void keep(name, file, unit)
    setSaid(null)
    setTooLarge(file.size > MOST_BYTES ? file.name : null)
    if (file.size > MOST_BYTES) return
    const done = await send(SaveMappingMutation, { institution, name, unit, text: await file.text() })
    if (!done) return
    setSaid(say(done.changed ? SAVED_WORDS.saved : SAVED_WORDS.same, done.mapping))
    forget()
  }

  return (
    <details className="card saved-list">
      <summary>{say(SAVED_WORDS.title, { n: formatValue(saved.length, 0, locale) })}</summary>
      <div className="stack">
        <p className="quiet">{say(SAVED_WORDS.intro)}</p>
        <Said text={said} />
        <NotDone refused={refused} fault={fault} retry={() => last.current()} />
        {tooLarge !== null && (
          <p className="problem" role="alert">
            {say(SAVED_WORDS.tooLarge, { file: tooLarge })}
          </p>
        )}
        {saved.length === 0 ? (
          <p>{say(SAVED_WORDS.none)}</p>
        ) : (
          <ul className="saved-mappings stack">
            {saved.map((one) => (
              <Saved
                key={one.name}
                institution={institution}
                saved={one}
                unit={units.find(([code]) => code === one.unit)?.[1] ?? one.unit}
                busy={busy}
                onFile={(file) => void keep(one.name, file, one.unit)}
                onSaid={setSaid}
              />
            ))}
          </ul>
        )}
        <p className="actions">
          <FileButton label={say(SAVED_WORDS.add)} busy={busy} onFile={(file) => void keep(nameOf(file), file, null)} />
          <span className="quiet">{say(SAVED_WORDS.addHint)}</span>
        </p>
      </div>
    </details>
  )
}

interface SavedProps {
  institution: string
  saved: SavedMappingFacts
  unit: string | null
  busy: boolean
  onFile: (file: File) => void
  onSaid: (text: string | null) => void
}

function Saved({ institution, saved, unit, busy, onFile, onSaid }: SavedProps) {
  const { say, formatDay } = useLanguage()
  const { name, version, savedAt, savedBy, recordTypes } = saved
  const [asks, setAsks] = useState(false)
  const change = useChange()
  const deed = useDeed()
  const of = (text: string) => `${text}${say(SAVED_WORDS.colon)}${name}`
  const comma = say({ zh: '，', en: ', ' })

  async function take(which: number) {
    const { data } = await change(MappingTextQuery, { institution, name, version: which })
    const text = data?.savedMapping?.text
    if (text !== undefined) saveFile(text, which === version ? `${name}.yaml` : `${name} ${which}.yaml`)
  }

  async function remove() {
    if (!(await deed.send(RemoveMappingMutation, { institution, name }))) return
    onSaid(say(SAVED_WORDS.removed, { name }))
    deed.forget()
  }

  return (
    <li>
      <div>
        <p>
          <b>{name}</b> <span className="quiet">{recordTypes.map(({ label }) => label).join(comma)}</span>
        </p>
        <p className="quiet">
          {say(SAVED_WORDS.facts, { version, day: formatDay(savedAt.slice(0, 10)), who: say(madeByWords(savedBy)) })}
          {unit !== null && comma + say(SAVED_WORDS.ofUnit, { unit })}
        </p>
        {version > 1 && <SavedVersions institution={institution} name={name} onTake={(which) => void take(which)} />}
      </div>
      {asks ? (
        <div className="stack-tight">
          <p role="status">{say(SAVED_WORDS.removeAsk, { name })}</p>
          <NotDone refused={deed.refused} fault={deed.fault} retry={() => void remove()} />
          <div className="actions">
            {/* Anyone who opened it by keyboard goes on by keyboard. */}
            <Button primary autoFocus disabled={deed.busy} onClick={() => void remove()}>
              {say(SAVED_WORDS.removeConfirm)}
            </Button>
            <Button onClick={() => setAsks(false)}>{say(UI_WORDS.cancel)}</Button>
          </div>
        </div>
      ) : (
        <div className="actions">
          <Button aria-label={of(say(SAVED_WORDS.export))} onClick={() => void take(version)}>
            {say(SAVED_WORDS.export)}
          </Button>
          <FileButton label={say(SAVED_WORDS.replace)} of={of(say(SAVED_WORDS.replace))} busy={busy} onFile={onFile} />
          <Button aria-label={of(say(SAVED_WORDS.remove))} onClick={() => setAsks(true)}>
            {say(SAVED_WORDS.remove)}
          </Button>
        </div>
      )}
    </li>
  )
}

function FileButton({
  label,
  of,
  busy,
  onFile,
}: {
  label: string
  of?: string
  busy: boolean
  onFile: (file: File) => void
}) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button aria-label={of} disabled={busy} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={of ?? label}
        accept=".yaml,.yml,.txt"
        onChange={(event) => {
          const file = event.target.files?.[0]
          // The same file may be chosen again after it was corrected.
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
    </>
  )
}

function nameOf(file: File): string {
  return toName(file.name.replace(/\.(ya?ml|txt)$/i, ''))
}
