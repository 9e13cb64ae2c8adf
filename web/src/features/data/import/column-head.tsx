import type { FileColumn, ImportReport, TypeField } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { inOrderOf, isByHeaders, isUndecided, REMARK, takenFor } from './column-choices.ts'
import type { Draft } from './import-draft.ts'
import { fieldsFrom } from './taken-moves.ts'
import MOVE_WORDS from './move-words.json' with { type: 'json' }
import IMPORT_WORDS from './words.json' with { type: 'json' }

const UNDECIDED = '?'
/** The column fills a field of another record type that the rows make. */
const OF_OTHER = '='

interface Props {
  column: FileColumn
  draft: Draft
  report: ImportReport
  /** Columns that would fill the same field. */
  others: FileColumn[]
  /** Undefined: as it was found. */
  take: (field: string | null | undefined) => void
}

/** Which field a column is, by what that is known, and what is wrong under it. */
export function ColumnHead({ column, draft, report, others, take }: Props) {
  const { say } = useLanguage()
  const { index, letter, header, wrong } = column
  const comma = say({ zh: '、', en: ', ' })
  const undecided = isUndecided(column, draft, report)
  const [best] = column.suggestions
  const likely = undecided && best ? fieldNamed(report, best.name) : undefined
  const isChosen = index in draft.columns
  const problem = report.problems.find(({ columnIndex }) => columnIndex === index)
  return (
    <span className="field-choice">
      <FieldList column={column} draft={draft} report={report} take={take} />
      {likely && (
        <Button onClick={() => take(likely.name)}>{say(IMPORT_WORDS.isField, { field: likely.label })}</Button>
      )}
      {isChosen && (
        <Button aria-label={`${say(MOVE_WORDS.undo)} ${letter} ${header}`} onClick={() => take(undefined)}>
          {say(MOVE_WORDS.undo)}
        </Button>
      )}
      {others.length > 0 ? (
        <span className="problem">
          {say(IMPORT_WORDS.alike, { columns: others.map((one) => one.letter).join(comma) })}
        </span>
      ) : (
        <span className="cap">{howKnown(column, draft, report, say)}</span>
      )}
      {column.how !== '' && <span className="cap how-read">{column.how}</span>}
      {wrong > 0 && (
        <span className="problem">
          {say(MOVE_WORDS.wrongCells, { n: wrong })}
          {problem && <span className="cap">{problem.message}</span>}
        </span>
      )}
    </span>
  )
}

function howKnown(column: FileColumn, draft: Draft, report: ImportReport, say: ReturnType<typeof useLanguage>['say']) {
  const { header, letter, field, sure, index } = column
  if (index in draft.columns) return say(IMPORT_WORDS.certainties.CHOSEN)
  if (isByHeaders(draft, report)) return say(IMPORT_WORDS.certainties[sure])
  // One column may hold both ends of a stay.
  const names = report.reading === null ? [] : fieldsFrom(report.reading, [header, `=${letter}`])
  const also = names.flatMap((name) => (name === field?.name ? [] : (fieldNamed(report, name)?.label ?? [])))
  if (also.length > 0)
    return say(MOVE_WORDS.readAs, { fields: also.map((one) => `“${one}”`).join(say({ zh: '', en: ', ' })) })
  return say(field ? IMPORT_WORDS.byMapping : IMPORT_WORDS.certainties.NONE)
}

function fieldNamed({ recordType }: ImportReport, name: string): TypeField | undefined {
  return recordType?.fields.find((field) => field.name === name)
}

/** The best first: what head and values speak for, then what the values alone do. */
function FieldList({ column, draft, report, take }: Omit<Props, 'others'>) {
  const { locale, say } = useLanguage()
  const fields = inOrderOf(report.recordType!.fields, locale)
  const undecided = isUndecided(column, draft, report)
  const [near, fits] = [column.suggestions, column.fits].map((some) => some.map(({ name }) => name)) as [
    string[],
    string[],
  ]
  const named = (names: readonly string[]) => names.flatMap((name) => fields.find((one) => one.name === name) ?? [])
  const others = fields.filter(({ name }) => name !== REMARK && !near.includes(name) && !fits.includes(name))
  const remark = fields.find(({ name }) => name === REMARK)
  const { field, index } = column
  const isOfOther = field && !(index in draft.columns) && fields.every(({ label }) => label !== field.label)
  return (
    <select
      aria-label={`${column.letter} ${column.header}`}
      value={undecided ? UNDECIDED : isOfOther ? OF_OTHER : (takenFor(column, draft) ?? '')}
      disabled={draft.mapping !== null && column.field !== null && !(column.index in draft.columns)}
      onChange={(event) => take(event.target.value || null)}
    >
      {undecided && (
        <option value={UNDECIDED} disabled>
          {say(IMPORT_WORDS.undecided)}
        </option>
      )}
      {isOfOther && (
        <option value={OF_OTHER} disabled>
          {field.label}
        </option>
      )}
      <FieldGroup label={say(MOVE_WORDS.bothSpeak)} fields={named(near)} />
      <FieldGroup label={say(MOVE_WORDS.valuesSpeak)} fields={named(fits)} />
      <option value="">{say(IMPORT_WORDS.notRead)}</option>
      {remark && <option value={REMARK}>{say(MOVE_WORDS.inRemarks, { remark: remark.label })}</option>}
      <FieldGroup label={say(MOVE_WORDS.otherFields)} fields={others} />
    </select>
  )
}

function FieldGroup({ label, fields }: { label: string; fields: TypeField[] }) {
  const { say } = useLanguage()
  if (fields.length === 0) return null
  return (
    <optgroup label={label}>
      {fields.map((field) => (
        <option key={field.name} value={field.name}>
          {field.label}
          {field.required && say(IMPORT_WORDS.required)}
        </option>
      ))}
    </optgroup>
  )
}
