import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { useLanguage } from '../../../language/language.tsx'
import { Link } from '../../../address/address.tsx'
import IMPORT_WORDS from './words.json' with { type: 'json' }
import { ACCEPTED_FILES } from '@causeway/shared/table-files'
import { Choice } from '../../../ui/choice.tsx'
import type { Step } from './import-draft.ts'
import { fill, type Words } from '@causeway/shared/words/words'
import { filesDropped, tablesAmong, type FilesLeftOut } from './dropped-files.ts'
import { Button } from '../../../ui/button.tsx'

/** As many as the server takes at once. */
const MOST_FILES = 200

interface Props {
  types: { name: string; label: string; description: string }[]
  type: string | null
  onType: (type: string | null) => void
  onFiles: (files: File[], leftOut: FilesLeftOut) => void
  busy: boolean
  /** How files of the college are read, as it was saved. */
  children?: ReactNode
}

/** Files or a folder dropped or chosen; the record type where one wants to say it; the template to begin from. */
export function ChooseStep({ types, type, onType, onFiles, busy, children }: Props) {
  const { locale, say } = useLanguage()
  const input = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [problem, setProblem] = useState<Words | null>(null)
  const chosen = types.find(({ name }) => name === type)

  function take(all: readonly File[]) {
    const { tables: files, leftOut } = tablesAmong(all)
    const found =
      all.length > 0 && files.length === 0
        ? IMPORT_WORDS.noTables
        : files.length > MOST_FILES
          ? fill(IMPORT_WORDS.tooManyFiles, { most: MOST_FILES, count: files.length })
          : null
    setProblem(found)
    if (!found && files.length > 0) onFiles(files, leftOut)
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
          if (!busy) void filesDropped(event.dataTransfer).then(take)
        }}
      >
        <p className="drop-title">{say(IMPORT_WORDS.drop)}</p>
        <p className="quiet">{say(IMPORT_WORDS.or)}</p>
        <Button primary disabled={busy} onClick={() => input.current?.click()}>
          {say(IMPORT_WORDS.chooseFile)}
        </Button>
        <Button disabled={busy} onClick={() => folder.current?.click()}>
          {say(IMPORT_WORDS.chooseFolder)}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          multiple
          aria-label={say(IMPORT_WORDS.chooseFile)}
          accept={`${ACCEPTED_FILES},text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet`}
          onChange={(event) => {
            take([...(event.target.files ?? [])])
            // The same file may be chosen again after it was corrected.
            event.target.value = ''
          }}
        />
        {problem && (
          <p className="problem" role="alert">
            {say(problem)}
          </p>
        )}
        <p className="cap">{say(IMPORT_WORDS.kinds)}</p>
        <p className="cap">{say(IMPORT_WORDS.nothingYet)}</p>
      </div>
      <input
        ref={folder}
        type="file"
        hidden
        {...{ webkitdirectory: true }}
        aria-label={say(IMPORT_WORDS.chooseFolder)}
        onChange={(event) => {
          take([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
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
      <p>
        <Link className="button" to={{ page: 'data' }} view={{ tab: 'paste', type }}>
          {say(IMPORT_WORDS.paste)}
        </Link>{' '}
        <Link className="button" to={{ page: 'data' }} view={{ tab: 'hand', type }}>
          {say(IMPORT_WORDS.oneRecord)}
        </Link>
      </p>
      {children}
    </div>
  )
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
