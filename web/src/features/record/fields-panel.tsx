import { useEffect, useRef, useState } from 'react'
import { isIsoDate } from '@causeway/shared/day'
import { formatQuantity } from '@causeway/shared/format-figure'
import type { Locale } from '@causeway/shared/words/words'
import { spoken } from '../../language/words.ts'
import { useLanguage } from '../../language/language.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { labelOfField } from '../../ui/field-label.ts'
import { ThingLink } from '../../ui/thing-link.tsx'
import { Said } from '../../ui/said.tsx'
import { ChangeForm } from './change-form.tsx'
import type { LeftRecord } from './record-left.tsx'
import type { WholeRecord as RecordFacts } from '../../graph/generated.ts'
import { RECORD_WORDS } from './record-words.ts'

/** What the record says, field by field; changed where it is by anyone who may. */
export function FieldsPanel({
  record,
  changes,
  retry,
  onLeft,
}: {
  record: RecordFacts
  changes: boolean
  retry: () => void
  onLeft: (left: LeftRecord) => void
}) {
  const { locale, say, formatDay } = useLanguage()
  const [changing, setChanging] = useState(false)
  const [said, setTold] = useState<string | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const wasChanging = useRef(false)
  useEffect(() => {
    if (wasChanging.current && !changing && said === null) button.current?.focus()
    wasChanging.current = changing
  }, [changing, said])
  const filled = record.fields.filter(({ text }) => text !== '')
  const empty = record.fields.filter(({ text }) => text === '')
  return (
    <section className="card record-what" aria-labelledby="record-fields">
      <header className="card-head">
        <h2 id="record-fields">{say(RECORD_WORDS.fields)}</h2>
        {changes && record.form && !changing && (
          <button
            ref={button}
            type="button"
            className="button"
            onClick={() => {
              setTold(null)
              setChanging(true)
            }}
          >
            {say(RECORD_WORDS.change)}
          </button>
        )}
      </header>
      <Said text={said} />
      {changing ? (
        <ChangeForm
          record={record}
          fields={record.form!}
          retry={retry}
          onCancel={() => setChanging(false)}
          onDone={(text) => {
            setChanging(false)
            setTold(text)
          }}
          onLeft={onLeft}
        />
      ) : (
        <>
          <FactList
            facts={filled.map((field) => [
              labelOfField(field),
              isIsoDate(field.value ?? '') ? (
                formatDay(field.value!)
              ) : field.unit !== null ? (
                quantity(field.value, field.unit, locale)
              ) : (
                <ThingLink key={field.name} field={field} type={record.type.name} />
              ),
            ])}
          />
          {empty.length > 0 && (
            <p className="cap record-empty">
              {say(RECORD_WORDS.notFilled, {
                names: empty.map(({ label }) => label).join(say({ zh: '、', en: ', ' })),
              })}
            </p>
          )}
        </>
      )}
    </section>
  )
}

/** As many decimals as it is stored with. */
function quantity(value: string | null, unit: string, locale: Locale): string {
  const decimals = value?.split('.')[1]?.length ?? 0
  return formatQuantity(Number(value), decimals, spoken(unit), locale)
}
