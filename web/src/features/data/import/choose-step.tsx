import { useLayoutEffect, useId, useRef, useState, type ReactNode } from 'react'
import { useLanguage } from '../../../language/language.tsx'
import IMPORT_WORDS from './words.json' with { type: 'json' }
import { Choice } from '../../../ui/choice.tsx'
import type { Step } from './import-draft.ts'
import { Button } from '../../../ui/button.tsx'

interface Props {
  types: { name: string; label: string; description: string }[]
  type: string | null
  onType: (type: string | null) => void
  onFile: (file: File) => void
  busy: boolean
  /** How files of the college are read, as it was saved. */
  children?: ReactNode
}

/** A file dropped, chosen, or cells pasted; the record type where one wants to say it; the template to begin from. */
export function ChooseStep({ types, type, onType, onFile, busy, children }: Props) {
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
    <div className="data-parts stack-loose">
      <StepHeading step="choose">{say(IMPORT_WORDS.choose)}</StepHeading>
      <div
        className="drop stack-tight off-paper"
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
        <Button primary disabled={busy} onClick={() => input.current?.click()}>
          {say(IMPORT_WORDS.chooseFile)}
        </Button>
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
      <div className="card choose-type stack">
        <Choice
          label={say(IMPORT_WORDS.type)}
          value={type ?? ''}
          options={[
            { value: '', text: say(IMPORT_WORDS.auto) },
            ...types.map(({ name, label }) => ({ value: name, text: label })),
          ]}
          onChange={(name) => onType(name || null)}
        />
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
        <div className="paste stack-tight">
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
          <Button disabled={busy} onClick={usePaste}>
            {say(IMPORT_WORDS.pasteUse)}
          </Button>
        </div>
      </details>
      {children}
    </div>
  )
}

/** Cells copied from a spreadsheet, as they come over the clipboard, as the file that they would be; null: no table. */
export function toCsvFile(pasted: string, name: string): File | null {
  const rows = readCells(pasted.replace(/\r\n?/g, '\n'))
  if (rows.length < 2 || rows[0]!.every((cell) => cell.trim() === '')) return null
  const text = rows.map((row) => row.map(quote).join(',')).join('\n')
  return new File([`\ufeff${text}\n`], name, { type: 'text/csv' })
}

/** Tabs between cells, line ends between rows; a cell that holds either is in quotes, its own quotes doubled. */
export function readCells(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') cell += text[++at]
      else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === '\t') {
      row.push(cell)
      cell = ''
    } else if (sign === '\n') {
      rows.push([...row, cell])
      row = []
      cell = ''
    } else cell += sign
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell])
  return rows.filter((cells) => cells.some((one) => one.trim() !== ''))
}

function quote(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

const STEPS: readonly Step[] = ['choose', 'check', 'preview', 'done']

/** Where one is on the way from a file to figures. */
export function StepList({ step }: { step: Step }) {
  const { say } = useLanguage()
  const now = STEPS.indexOf(step)
  return (
    <ol className="steps off-paper" aria-label={say(IMPORT_WORDS.steps)}>
      {STEPS.map((one, at) => (
        <li key={one} aria-current={at === now ? 'step' : undefined} className={at < now ? 'past' : undefined}>
          <span aria-hidden="true">{at < now ? '✓' : at + 1}</span> {say(IMPORT_WORDS[one])}
        </li>
      ))}
    </ol>
  )
}

/** The heading of a step takes the focus when the step begins, so that anyone who cannot see the page knows where they are. */
export function StepHeading({ step, children }: { step: Step; children: ReactNode }) {
  const { say } = useLanguage()
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    if (step !== 'choose') heading.current?.focus()
  }, [step])
  return (
    <h2 ref={heading} tabIndex={-1} className="step-heading">
      <span className="for-ears">{say(IMPORT_WORDS.stepOf, { n: STEPS.indexOf(step) + 1 })} </span>
      {children}
    </h2>
  )
}
