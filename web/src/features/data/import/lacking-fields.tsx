import { useId, useLayoutEffect, useRef } from 'react'
import type { FileColumn, ImportReport } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import { askedId } from './asked-above.ts'
import { nameInMapping } from './column-choices.ts'
import { FromColumn } from './from-column.tsx'
import { changeDraft, type Draft } from './import-draft.ts'
import { readFrom, takeMoves } from './taken-moves.ts'
import { askedAgain, saidOfAll, valueOfAll, withValue } from './said-values.ts'
import { isOpen, type HeldField, type Lacking } from './what-lacks.ts'
import { TitleOffers } from './title-offer.tsx'
import { ValueInput, ValueOfRows, ValueOfSheets } from './whole-value.tsx'
import WHOLE_WORDS from './whole-words.json' with { type: 'json' }
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
export function LackingFields({ lacking, ...props }: Props) {
  return (
    <>
      {lacking.fields.length + lacking.others.length > 0 && <Constants {...props} lacking={lacking} />}
      <Held held={lacking.held} />
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

function Constants({ draft, report, lacking: { fields, others, figures }, units, desk }: Props) {
  const { say } = useLanguage()
  const id = useId()
  const added = useRef<string | null>(null)
  const said = saidOfAll(report)
  useLayoutEffect(() => {
    // Who chose a field goes on to its value.
    if (added.current !== null) document.getElementById(askedId('fields', added.current))?.focus()
    added.current = null
  })

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
      <p className="quiet">{say(fields.length > 0 ? IMPORT_WORDS.lacks : WHOLE_WORDS.addHint)}</p>
      <div className="fields">
        {fields.map((field) => {
          const { name, label, required } = field
          const of = said.get(name)
          const open = isOpen(draft, field, said)
          const lacks = open ? figures.get(name) : undefined
          const isFromSheet = of !== undefined && of.is !== 'constant' && !draft.ofSheets[name]
          return (
            <div key={name} className="choice">
              <label id={`${id}-${name}-label`} htmlFor={askedId('fields', name)}>
                {label}
                {required && say(IMPORT_WORDS.required)}
              </label>
              <ValueInput
                {...{ field, draft, report, units }}
                id={askedId('fields', name)}
                value={valueOfAll(draft, name, of)}
                describedBy={lacks !== undefined || isFromSheet ? `${id}-${name}-about` : undefined}
                onChange={(value) => changeDraft(withValue(draft, name, value, null))}
              />
              {(lacks !== undefined || isFromSheet) && (
                <span id={`${id}-${name}-about`} className="cap">
                  {lacks !== undefined
                    ? say(IMPORT_WORDS.figuresLack, { figures: lacks })
                    : say(WHOLE_WORDS.from[of!.is as 'title' | 'sheet' | 'file'])}
                </span>
              )}
              {(!isFromSheet || askedAgain(report, name) !== null) && (
                <TitleOffers {...{ field, draft, report, desk }} value={valueOfAll(draft, name, of)} />
              )}
              {(required || figures.has(name)) && report.reading !== null && open && (
                <FromColumn
                  report={report}
                  value={null}
                  describedBy={`${id}-${name}-label`}
                  disabled={desk.progress !== null}
                  onChange={(index) => index !== null && takeFrom(name, label, index)}
                />
              )}
              <ValueOfSheets {...{ field, draft, report, units }} />
              {!open && <ValueOfRows {...{ field, draft, report, units }} said={of} />}
            </div>
          )
        })}
        {others.length > 0 && (
          <div className="choice">
            <label htmlFor={`${id}-add`}>{say(WHOLE_WORDS.add)}</label>
            <select
              id={`${id}-add`}
              value=""
              aria-describedby={fields.length > 0 ? `${id}-add-hint` : undefined}
              onChange={(event) => {
                added.current = event.target.value
                changeDraft(withValue(draft, event.target.value, '', null))
              }}
            >
              <option value="" />
              {others.map(({ name, label }) => (
                <option key={name} value={name}>
                  {label}
                </option>
              ))}
            </select>
            {fields.length > 0 && (
              <span id={`${id}-add-hint`} className="cap">
                {say(WHOLE_WORDS.addHint)}
              </span>
            )}
          </div>
        )}
      </div>
    </div>
  )
}
