import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { HandType, ImportProblem, ImportReport, InstitutionFacts } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { NotDone } from '../../../ui/not-done.tsx'
import { HandPreview, HandReceipt } from './outcome.tsx'
import { RecordForm } from './record-form.tsx'
import { emptyTable, toFile, withCell, type CellPlace, type TypedTable as Table } from './typed-rows.ts'
import { useTyped } from './typed-store.ts'
import { keyOf, TypedTable } from './typed-table.tsx'
import { useHandImport } from './use-hand-import.ts'
import HAND_WORDS from './words.json' with { type: 'json' }

interface Props {
  type: HandType
  institution: InstitutionFacts
  way: 'hand' | 'paste'
  /** The unit whose records somebody came to write; null: no one unit's. */
  unit: string | null
}

const MOST_LISTED = 50

/** From what somebody writes to a batch: checked, what it would change, done. */
export function WriteRecords({ type, institution, way, unit }: Props) {
  const { say } = useLanguage()
  const one = way === 'hand'
  const fresh = useMemo(() => begun(type, one ? unit : null), [type, one, unit])
  const [table, keep] = useTyped(`${institution.code} ${type.name} ${way}`, fresh)
  const sent = useHandImport(institution.code, type.name)
  const { report, refused, fault, busy } = sent
  const [step, setStep] = useState<'write' | 'preview' | 'done'>('write')
  const [rowOf, setRowOf] = useState<readonly number[]>([])
  const [isEmpty, setEmpty] = useState(false)
  const [wanted, want] = useState<CellPlace | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const verdict = useRef<HTMLParagraphElement>(null)
  const last = useRef(() => {})
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(step)
  useLayoutEffect(() => {
    // The control that led back here is gone.
    if (step === 'write' && shown.current !== 'write') heading.current?.focus()
    shown.current = step
  }, [step])
  const isBegun = table !== fresh && step !== 'done'
  useEffect(() => {
    if (!isBegun) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isBegun])
  useLayoutEffect(() => {
    if (step !== 'write' || !(report?.refused || isEmpty)) return
    const first = form.current?.querySelector<HTMLElement>('.fields [aria-invalid]')
    ;(first ?? verdict.current)?.focus()
  }, [step, report, isEmpty])

  async function send(dryRun: boolean): Promise<void> {
    last.current = () => void send(dryRun)
    const written = toFile(table, say(HAND_WORDS.fileName, { type: type.label }))
    setEmpty(written === null)
    if (!written) return
    setRowOf(written.rowOf)
    const answer = await sent.send(written.file, dryRun)
    if (!answer) return
    setStep(answer.refused ? 'write' : dryRun ? 'preview' : 'done')
    if (!answer.refused && !dryRun) keep(null)
  }

  function back(): void {
    want(null)
    setStep('write')
  }

  const problems = report?.refused ? withoutPlaces(report) : []
  const placeOf = ({ row, field }: ImportProblem): CellPlace | null => {
    const [line, column] = [
      row === null ? undefined : rowOf[row - 2],
      table.columns.findIndex((it) => it.field === field),
    ]
    return line === undefined || column < 0 ? null : { row: line, column }
  }
  const placed = new Map<string, string[]>()
  for (const problem of problems) {
    const place = placeOf(problem)
    const key = place && (one ? table.columns[place.column]!.field! : keyOf(place))
    if (key !== null) placed.set(key, [...(placed.get(key) ?? []), problem.message])
  }
  const listed = one ? problems.filter((problem) => placeOf(problem) === null) : problems.slice(0, MOST_LISTED)

  if (step === 'preview' && report)
    return (
      <>
        <NotDone refused={refused} fault={fault} retry={() => last.current()} />
        <HandPreview report={report} one={one} busy={busy} onSave={() => void send(false)} onBack={back} />
      </>
    )
  if (step === 'done' && report)
    return (
      <HandReceipt
        report={report}
        one={one}
        onNext={() => {
          sent.forgetReport()
          back()
        }}
      />
    )
  return (
    <form
      ref={form}
      className="card hand-form stack-loose"
      aria-busy={busy}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send(true)
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        {say(one ? HAND_WORDS.oneTitle : HAND_WORDS.manyTitle, { type: type.label })}
      </h2>
      <p className="quiet">{type.description}</p>
      {(problems.length > 0 || isEmpty) && (
        <div className="hand-problems stack-tight">
          <p ref={verdict} tabIndex={-1} role="alert" className="problem">
            {isEmpty ? say(HAND_WORDS.empty) : say(HAND_WORDS.wrong, { n: report!.problemCount })}
            {listed.length < problems.length && !one && ` ${say(HAND_WORDS.wrongFirst, { n: listed.length })}`}
          </p>
          <Listed problems={listed} placeOf={placeOf} onGo={want} />
        </div>
      )}
      {one ? (
        <RecordForm
          type={type}
          institution={institution.code}
          values={table.rows[0]!}
          problems={placed}
          onChange={(column, text) => keep(withCell(table, { row: 0, column }, text))}
        />
      ) : (
        <TypedTable
          type={type}
          institution={institution.code}
          table={table}
          problems={placed}
          wanted={wanted}
          onChange={keep}
        />
      )}
      <NotDone refused={refused} fault={fault} retry={() => last.current()} />
      <div className="actions">
        <Button primary submits disabled={busy}>
          {say(HAND_WORDS.check)}
        </Button>
        <Button
          disabled={busy || !isBegun}
          onClick={() => {
            keep(null)
            sent.forgetReport()
          }}
        >
          {say(HAND_WORDS.clear)}
        </Button>
      </div>
    </form>
  )
}

function Listed({
  problems,
  placeOf,
  onGo,
}: {
  problems: readonly ImportProblem[]
  placeOf: (problem: ImportProblem) => CellPlace | null
  onGo: (place: CellPlace) => void
}) {
  const { say } = useLanguage()
  if (problems.length === 0) return null
  return (
    <ul className="lines">
      {problems.map((problem, n) => {
        const place = placeOf(problem)
        return (
          <li key={n}>
            {place && (
              <>
                <Button onClick={() => onGo({ ...place })}>{say(HAND_WORDS.rowN, { row: place.row + 1 })}</Button>{' '}
              </>
            )}
            {problem.message}
          </li>
        )
      })}
    </ul>
  )
}

/** A message begins with the cell of a file; here it is at the cell, or at its field. */
function withoutPlaces({ problems, columns }: ImportReport): ImportProblem[] {
  return problems.map((problem) => {
    const place = `${columns.find(({ index }) => index === problem.columnIndex)?.letter}${problem.row} `
    return problem.message.startsWith(place) ? { ...problem, message: problem.message.slice(place.length) } : problem
  })
}

/** What one begins with: the unit is written where it is known. */
function begun({ columns }: HandType, unit: string | null): Table {
  const table = emptyTable(columns.map(({ field, heads }) => ({ name: field.name, required: field.required, heads })))
  const column = columns.findIndex(({ field }) => field.name === 'unit')
  return unit === null || column < 0 ? table : withCell(table, { row: 0, column }, unit)
}
