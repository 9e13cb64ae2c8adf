import { useId } from 'react'
import type { FileColumn, ImportReport, TypeField } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import { askedId } from './asked-above.ts'
import { nameInMapping } from './column-choices.ts'
import { FromColumn } from './from-column.tsx'
import { changeDraft, type Draft } from './import-draft.ts'
import { readFrom, takeMoves } from './taken-moves.ts'
import type { HeldField, Lacking } from './what-lacks.ts'
import MOVE_WORDS from './move-words.json' with { type: 'json' }
import IMPORT_WORDS from './words.json' with { type: 'json' }
import type { ImportDesk } from './use-import.ts'

interface Props {
  draft: Draft
  report: ImportReport
  desk: ImportDesk
  units: [code: string, name: string][]
  lacking: Lacking
}

/** What to fill in where a field has no column. */
export function LackingFields({ lacking: { fields, held, figures }, ...props }: Props) {
  return (
    <>
      {fields.length > 0 && <Constants {...props} lacking={fields} figures={figures} />}
      <Held held={held} />
    </>
  )
}

/** Fields that one value for all rows is not asked for, those of the same columns in one sentence. */
function Held({ held }: { held: HeldField[] }) {
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

interface ConstantsProps extends Omit<Props, 'lacking'>, Pick<Lacking, 'figures'> {
  lacking: TypeField[]
}

function Constants({ draft, report, lacking, figures, units, desk }: ConstantsProps) {
  const { say } = useLanguage()
  const id = useId()
  const choicesOf = (name: string, options: TypeField['options']) =>
    name === 'unit' ? units : options.map(({ key, label }): [string, string] => [key, label])
  const isOpen = (name: string) => (draft.constants[name] ?? '') === ''
  const set = (name: string, value: string) => changeDraft({ constants: { ...draft.constants, [name]: value } })

  /** Another column may say it, whose words are asked about then. */
  function takeFrom(field: string, label: string, index: number) {
    const { header } = report.columns.find((column) => column.index === index)!
    const changes = readFrom(report.reading!, field, nameInMapping(report, index))
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
            <label id={`${id}-${name}-label`} htmlFor={askedId('fields', name)}>
              {label}
              {required && say(IMPORT_WORDS.required)}
            </label>
            {choicesOf(name, options).length > 0 ? (
              <select
                id={askedId('fields', name)}
                value={draft.constants[name] ?? ''}
                aria-describedby={isOpen(name) && figures.has(name) ? `${id}-${name}-figures` : undefined}
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
                id={askedId('fields', name)}
                value={draft.constants[name] ?? ''}
                onChange={(event) => set(name, event.target.value)}
              />
            )}
            {isOpen(name) && figures.has(name) && (
              <span id={`${id}-${name}-figures`} className="cap">
                {say(IMPORT_WORDS.figuresLack, { figures: figures.get(name)! })}
              </span>
            )}
            {(required || figures.has(name)) && report.reading !== null && isOpen(name) && (
              <FromColumn
                report={report}
                value={null}
                describedBy={`${id}-${name}-label`}
                disabled={desk.progress !== null}
                onChange={(index) => index !== null && takeFrom(name, label, index)}
              />
            )}
          </div>
        ))}
      </div>
    </div>
  )
}
