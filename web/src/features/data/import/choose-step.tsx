import { useId, useRef, useState } from 'react'
import { useLanguage } from '../../../language/language.tsx'
import { StepHeading } from './steps.tsx'
import { IMPORT_WORDS } from './import-words.ts'
import { toCsvFile } from './paste-cells.ts'

interface Props {
  types: { name: string; label: string; description: string }[]
  type: string | null
  onType: (type: string | null) => void
  onFile: (file: File) => void
  busy: boolean
}

/** A file dropped, chosen, or cells pasted; the record type where one wants to say it; the template to begin from. */
export function ChooseStep({ types, type, onType, onFile, busy }: Props) {
  const { locale, say } = useLanguage()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const pasted = useRef<HTMLTextAreaElement>(null)
  const [over, setOver] = useState(false)
  const [emptyPaste, setEmptyPaste] = useState(false)
  const chosen = types.find(({ name }) => name === type)

  function usePaste() {
    const file = toCsvFile(pasted.current?.value ?? '', say(IMPORT_WORDS.pastedName))
    setEmptyPaste(file === null)
    if (file) onFile(file)
    else pasted.current?.focus()
  }

  return (
    <div className="data-parts">
      <StepHeading step="choose">{say(IMPORT_WORDS.choose)}</StepHeading>
      <div
        className="drop"
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          const file = event.dataTransfer.files[0]
          if (file && !busy) onFile(file)
        }}
      >
        <p className="drop-title">{say(IMPORT_WORDS.drop)}</p>
        <p className="quiet">{say(IMPORT_WORDS.or)}</p>
        <button type="button" className="button primary" disabled={busy} onClick={() => input.current?.click()}>
          {say(IMPORT_WORDS.chooseFile)}
        </button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={say(IMPORT_WORDS.chooseFile)}
          accept=".csv,.gz,.tsv,.txt,.xlsx,.xlsm,.xls,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={(event) => {
            const file = event.target.files?.[0]
            // The same file may be chosen again after it was corrected.
            event.target.value = ''
            if (file) onFile(file)
          }}
        />
        <p className="cap">{say(IMPORT_WORDS.kinds)}</p>
        <p className="cap">{say(IMPORT_WORDS.nothingYet)}</p>
      </div>
      <div className="card choose-type">
        <div className="choice">
          <label htmlFor={`${id}-type`}>{say(IMPORT_WORDS.type)}</label>
          <select id={`${id}-type`} value={type ?? ''} onChange={(event) => onType(event.target.value || null)}>
            <option value="">{say(IMPORT_WORDS.auto)}</option>
            {types.map(({ name, label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </div>
        {chosen ? (
          <>
            <p className="quiet">{chosen.description}</p>
            <a
              className="button"
              href={`/templates/${chosen.name}.xlsx?lang=${locale === 'ZH' ? 'zh' : 'en'}`}
              download
            >
              {say(IMPORT_WORDS.template)}
              <span className="for-ears"> {chosen.label}</span>
            </a>
          </>
        ) : (
          <p className="quiet">{say(IMPORT_WORDS.templateHint)}</p>
        )}
      </div>
      <details className="card">
        <summary>{say(IMPORT_WORDS.paste)}</summary>
        <div className="paste">
          <label htmlFor={`${id}-paste`}>{say(IMPORT_WORDS.pasteHint)}</label>
          <textarea
            id={`${id}-paste`}
            ref={pasted}
            rows={6}
            spellCheck={false}
            aria-invalid={emptyPaste || undefined}
            aria-describedby={emptyPaste ? `${id}-problem` : undefined}
          />
          {emptyPaste && (
            <p id={`${id}-problem`} className="problem" role="alert">
              {say(IMPORT_WORDS.pasteEmpty)}
            </p>
          )}
          <button type="button" className="button" disabled={busy} onClick={usePaste}>
            {say(IMPORT_WORDS.pasteUse)}
          </button>
        </div>
      </details>
    </div>
  )
}
