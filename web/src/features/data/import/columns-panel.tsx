import '../../../styles/import.css'
import { useId } from 'react'
import { useLanguage } from '../../../language/language.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { fill } from '@causeway/shared/words/words'
import { changeDraft, type Draft } from './import-draft.ts'
import type { FileColumn, ImportReport, TypeField } from '../../../graph/generated.ts'
import MOVE_WORDS from './move-words.json' with { type: 'json' }
import { fieldsFrom, fieldsRead, readFrom, takeMoves } from './taken-moves.ts'
import IMPORT_WORDS from './words.json' with { type: 'json' }
import type { ImportDesk } from './use-import.ts'
import { Button } from '../../../ui/button.tsx'

interface Props {
  draft: Draft
  report: ImportReport
  units: [code: string, name: string][]
  desk: ImportDesk
}

const UNDECIDED = '?'

/** Which column is which field, and what to fill in where a field has no column. Open where somebody should look. */
export function ColumnsPanel({ draft, report, units, desk }: Props) {
  const { say } = useLanguage()
  const type = report.recordType
  if (!type || report.columns.length === 0) return null
  const read = report.columns.filter(({ field }) => field !== null).length
  // A mapping that ships says of every column what it is, and of what has none.
  const byHeaders = report.mapping === null && draft.reading === null
  const known = draft.reading === null ? null : fieldsRead(draft.reading)
  const fieldOf = (column: FileColumn) => takenFor(column, draft)
  const byField = Map.groupBy(report.columns, fieldOf)
  /** The others that would fill the same field. */
  const alike = (column: FileColumn) =>
    byHeaders && fieldOf(column) !== null ? byField.get(fieldOf(column))!.filter((one) => one !== column) : []
  const alsoFrom = ({ header, letter, field }: FileColumn) => {
    const names = draft.reading === null ? [] : fieldsFrom(draft.reading, [header, `=${letter}`])
    return names.length < 2
      ? []
      : type.fields.filter(({ name }) => names.includes(name) && name !== field?.name).map(({ label }) => label)
  }
  const doubtful =
    byHeaders &&
    report.columns.some(
      (column) => column.sure === 'NEAR' || alike(column).length > 0 || isUndecided(column, draft, report),
    )
  // What a column may hold is no value for every row, and a person or a code is never the same in each.
  const held = type.fields.flatMap((field) => {
    const columns = byField.has(field.name) ? [] : report.columns.filter((column) => mayHold(column, field, draft))
    return columns.length > 0 ? [{ field, columns }] : []
  })
  const lacking = type.fields.filter(
    ({ name, kind, required }) =>
      // What was filled in stays where it can be taken out again.
      (!byField.has(name) &&
        !known?.has(name) &&
        ((required && kind !== 'person' && name !== 'code') || name === 'unit') &&
        !held.some(({ field }) => field.name === name)) ||
      (draft.constants[name] ?? '') !== '',
  )
  // Of a saved mapping that was made before there were such columns.
  const fit = report.recognised.find(({ mapping }) => mapping !== null && mapping === report.mapping)?.saved
  const hasNew = (fit?.added.length ?? 0) > 0
  const title = say(IMPORT_WORDS.columns)
  const count =
    read === report.columns.length
      ? fill(IMPORT_WORDS.columnsAll, { n: read })
      : fill(IMPORT_WORDS.columnsSome, { n: report.columns.length, read })
  return (
    <details
      className="card"
      open={
        doubtful ||
        hasNew ||
        (draft.mapping === null && (held.length > 0 || lacking.some(({ required }) => required))) ||
        undefined
      }
    >
      <summary>{say(IMPORT_WORDS.columnsWith, { count: say(count) })}</summary>
      {draft.mapping === null && lacking.length > 0 && (
        <Constants draft={draft} report={report} lacking={lacking} units={units} desk={desk} />
      )}
      {draft.mapping === null && <Held held={held} />}
      <DataTable
        caption={title}
        rows={report.columns}
        rowKey={({ index }) => String(index)}
        columns={[
          {
            title: say(IMPORT_WORDS.column),
            cell: ({ letter, header }) => (
              <>
                <span className="code">{letter}</span> {header}
              </>
            ),
          },
          {
            title: say(IMPORT_WORDS.field),
            cell: (column) => <FieldChoice column={column} draft={draft} report={report} />,
          },
          {
            title: say(IMPORT_WORDS.sure),
            cell: (column) => {
              const { sure, field } = column
              const others = alike(column).map(({ letter }) => letter)
              if (others.length > 0)
                return (
                  <span className="problem">
                    {say(IMPORT_WORDS.alike, { columns: others.join(say({ zh: '、', en: ', ' })) })}
                  </span>
                )
              // One column may hold both ends of a stay.
              const also = alsoFrom(column)
              if (also.length > 0)
                return say(MOVE_WORDS.readAs, { fields: also.map((one) => `“${one}”`).join(say({ zh: '', en: ', ' })) })
              return say(
                byHeaders
                  ? IMPORT_WORDS.certainties[sure]
                  : field
                    ? IMPORT_WORDS.byMapping
                    : IMPORT_WORDS.certainties.NONE,
              )
            },
          },
          {
            title: say(IMPORT_WORDS.samples),
            cell: ({ samples }) => <span className="quiet">{samples.join(say({ zh: '、', en: ', ' }))}</span>,
          },
        ]}
      />
      <p className="actions">
        <Button disabled={desk.progress !== null} onClick={() => void desk.check('check')}>
          {say(IMPORT_WORDS.recheck)}
        </Button>
      </p>
    </details>
  )
}

/** Name of the field that a column fills, as it was chosen or found; null: none. */
function takenFor({ index, field }: FileColumn, { columns }: Draft): string | null {
  return (index in columns ? columns[index] : field?.name) ?? null
}

/** Something of the field may be in the column, and nobody said what to do with it. */
function mayHold(column: FileColumn, { name }: TypeField, { columns }: Draft): boolean {
  return !(column.index in columns) && [...column.mayHold, ...column.suggestions].some((field) => field.name === name)
}

/** It may be a field, or has no name and something in it, and nobody said what to do with it. */
function isUndecided(column: FileColumn, { columns }: Draft, { problems }: ImportReport): boolean {
  const { index, header, field } = column
  if (field || index in columns) return false
  const isUnnamed = header === '' && problems.some(({ columnIndex }) => columnIndex === index)
  return isUnnamed || column.mayHold.length > 0 || column.sure === 'NEAR'
}

function FieldChoice({ column, draft, report }: { column: FileColumn; draft: Draft; report: ImportReport }) {
  const { say } = useLanguage()
  const fields = report.recordType!.fields
  const undecided = isUndecided(column, draft, report)
  const value = undecided ? UNDECIDED : (takenFor(column, draft) ?? '')
  const near = column.suggestions.map(({ name }) => name)
  const likely = undecided && column.sure === 'NEAR' ? fields.find(({ name }) => name === near[0]) : undefined
  const take = (field: string | null) => changeDraft({ columns: { ...draft.columns, [column.index]: field } })
  return (
    <span className="field-choice row">
      <select
        aria-label={`${column.letter} ${column.header}`}
        value={value}
        disabled={draft.mapping !== null && column.field !== null && !(column.index in draft.columns)}
        onChange={(event) => take(event.target.value || null)}
      >
        {undecided && (
          <option value={UNDECIDED} disabled>
            {say(IMPORT_WORDS.undecided)}
          </option>
        )}
        <option value="">{say(IMPORT_WORDS.notRead)}</option>
        {[
          ...fields.filter(({ name }) => near.includes(name)),
          ...fields.filter(({ name }) => !near.includes(name)),
        ].map(({ name, label, required }) => (
          <option key={name} value={name}>
            {label}
            {required && say(IMPORT_WORDS.required)}
            {near.includes(name) && ` ${say(IMPORT_WORDS.guess)}`}
          </option>
        ))}
      </select>
      {likely && (
        <Button onClick={() => take(likely.name)}>{say(IMPORT_WORDS.isField, { field: likely.label })}</Button>
      )}
    </span>
  )
}

/** Fields that one value for all rows is not asked for, those of the same columns in one sentence. */
function Held({ held }: { held: { field: TypeField; columns: FileColumn[] }[] }) {
  const { say } = useLanguage()
  const lettersOf = (columns: FileColumn[]) => columns.map(({ letter }) => letter).join(say({ zh: '、', en: ', ' }))
  return [...Map.groupBy(held, ({ columns }) => lettersOf(columns))].map(([columns, fields]) => (
    <p key={columns} className="quiet">
      {say(IMPORT_WORDS.heldBy, {
        fields: fields.map(({ field }) => `“${field.label}”`).join(say({ zh: '', en: ', ' })),
        columns,
      })}
    </p>
  ))
}

interface ConstantsProps {
  draft: Draft
  report: ImportReport
  desk: ImportDesk
  lacking: TypeField[]
  units: [code: string, name: string][]
}

function Constants({ draft, report, lacking, units, desk }: ConstantsProps) {
  const { say } = useLanguage()
  const id = useId()
  const choicesOf = (name: string, options: TypeField['options']) =>
    name === 'unit' ? units : options.map(({ key, label }): [string, string] => [key, label])
  const set = (name: string, value: string) => changeDraft({ constants: { ...draft.constants, [name]: value } })

  /** Another column may say it, whose words are asked about then. */
  function takeFrom(field: string, label: string, index: number) {
    const { header, letter } = report.columns.find((column) => column.index === index)!
    const isAlone = report.columns.filter((column) => column.header === header).length === 1
    const changes = readFrom(report.reading!, field, isAlone ? header : `=${letter}`)
    const sentence = say(MOVE_WORDS.readsFrom, { field: label, column: header })
    changeDraft(
      takeMoves(draft, report, [{ id: `${field} ${index}`, kind: 'ALSO', sentence, columns: [index], changes }]),
    )
    void desk.check('check')
  }

  return (
    <div className="constants stack-tight">
      <p className="quiet">{say(IMPORT_WORDS.lacks)}</p>
      <div className="fields">
        {lacking.map(({ name, label, required, options }) => (
          <div key={name} className="choice">
            <label id={`${id}-${name}-label`} htmlFor={`${id}-${name}`}>
              {label}
              {required && say(IMPORT_WORDS.required)}
            </label>
            {choicesOf(name, options).length > 0 ? (
              <select
                id={`${id}-${name}`}
                value={draft.constants[name] ?? ''}
                onChange={(event) => set(name, event.target.value)}
              >
                <option value="" />
                {choicesOf(name, options).map(([key, text]) => (
                  <option key={key} value={key}>
                    {text}
                  </option>
                ))}
              </select>
            ) : (
              <input
                id={`${id}-${name}`}
                value={draft.constants[name] ?? ''}
                onChange={(event) => set(name, event.target.value)}
              />
            )}
            {required && report.reading !== null && (draft.constants[name] ?? '') === '' && (
              <select
                aria-label={say(MOVE_WORDS.fromColumn)}
                aria-describedby={`${id}-${name}-label`}
                value=""
                disabled={desk.progress !== null}
                onChange={(event) => takeFrom(name, label, Number(event.target.value))}
              >
                <option value="">{say(MOVE_WORDS.fromColumn)}</option>
                {report.columns
                  .filter(({ header }) => header !== '')
                  .map(({ index, letter, header }) => (
                    <option key={index} value={index}>
                      {letter} {header}
                    </option>
                  ))}
              </select>
            )}
          </div>
        ))}
      </div>
    </div>
  )
}
