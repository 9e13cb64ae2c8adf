import { useLayoutEffect, useId, useState, useRef, type FormEvent } from 'react'
import { BETWEEN_SENTENCES, type Words } from '@causeway/shared/words/words'
import { Link } from '../../address/address.tsx'
import { useLanguage } from '../../language/language.tsx'
import type { InstitutionFacts, YearCompleteness } from '../../graph/generated.ts'
import { Said, FormActions } from '../../ui/form-actions.tsx'
import DATA_WORDS from './words.json' with { type: 'json' }
import MISSING_WORDS from './missing-words.json' with { type: 'json' }
import type { DueItem, DueOfUnit } from './reporting.ts'
import { graph } from '../../graph/graph.ts'
import { Refused, useDeed } from '../../graph/send-change.ts'
import { NotDone } from '../../ui/not-done.tsx'
import { Button } from '../../ui/button.tsx'

interface Props {
  due: DueOfUnit[]
  year: YearCompleteness
  names: Map<string, string>
  institution: InstitutionFacts
  changes: boolean
}

/** Where the page of what is missing lists what is due: addresses may end with it. */
const DUE_LIST = 'due'

/** Who owes what for the year, each with the two ways to settle it. */
export function DueList({ due, year, names, institution, changes }: Props) {
  const { say } = useLanguage()
  const [declared, setDeclared] = useState<string | null>(null)
  const owed = due.flatMap(({ items }) => items)
  return (
    <section className="card" aria-labelledby={DUE_LIST}>
      <header className="card-head">
        <h2 id={DUE_LIST}>
          {say(MISSING_WORDS.due)} {owed.length > 0 && <span className="count">{owed.length}</span>}
        </h2>
      </header>
      <Said text={declared && say(MISSING_WORDS.declared, { what: declared })} />
      {owed.length === 0 ? (
        <p>{say(MISSING_WORDS.dueNone)}</p>
      ) : (
        <>
          <p className="quiet">{say(MISSING_WORDS.dueWhy)}</p>
          <div className="due">
            {due.map(({ unit, items }) => (
              <section key={unit} aria-label={unitName(unit)}>
                <h3>{unitName(unit)}</h3>
                <ul>{items.slice(0, MOST_LISTED).map((item) => listed(item, unit))}</ul>
                {items.length > MOST_LISTED && (
                  <details>
                    <summary>{say(MISSING_WORDS.moreTypes, { n: items.length - MOST_LISTED })}</summary>
                    <ul>{items.slice(MOST_LISTED).map((item) => listed(item, unit))}</ul>
                  </details>
                )}
              </section>
            ))}
          </div>
        </>
      )}
    </section>
  )

  function listed(item: DueItem, unit: string | null) {
    return (
      <Due
        key={`${item.type.name} ${item.direction} ${item.audience}`}
        item={item}
        unitName={unitName(unit)}
        year={year}
        institution={institution}
        changes={changes}
        onDeclared={setDeclared}
      />
    )
  }

  function unitName(unit: string | null): string {
    return unit === null ? say(DATA_WORDS.whole) : (names.get(unit) ?? unit)
  }
}

/** How many types of one unit are listed before the rest is folded away. */
const MOST_LISTED = 10

/** How many indicators are named that wait for it. */
const MOST_NAMED = 4

interface DueProps {
  item: DueItem
  unitName: string
  year: YearCompleteness
  institution: InstitutionFacts
  changes: boolean
  onDeclared: (what: string) => void
}

/** What of a record type is reported by itself: stays by direction and by who goes. */
const PARTS: Record<string, Words> = MISSING_WORDS.parts

function Due({ item, unitName, year, institution, changes, onDeclared }: DueProps) {
  const { say } = useLanguage()
  const [open, setOpen] = useState(false)
  const parts = [item.direction, item.audience]
    .flatMap((part) => (part === null ? [] : (PARTS[part] ?? [])))
    .map((words) => say(words))
  const what =
    parts.length > 0
      ? `${item.type.label}${say({ zh: '：', en: ': ' })}${parts.join(say(BETWEEN_SENTENCES))}`
      : item.type.label
  return (
    <li>
      <div className="due-what">
        <p>
          <span className="cell-state state-unreported" aria-hidden="true">
            !
          </span>{' '}
          {what}
        </p>
        {item.indicators.length > 0 && (
          <p className="cap">
            {say(MISSING_WORDS.waiting)}
            {item.indicators.slice(0, MOST_NAMED).map((indicator, at) => (
              <span key={indicator.id}>
                {at > 0 && say({ zh: '、', en: ', ' })}
                <Link to={{ page: 'indicator', id: indicator.id }}>{indicator.name}</Link>
              </span>
            ))}
            {item.indicators.length > MOST_NAMED && say(MISSING_WORDS.more, { n: item.indicators.length - MOST_NAMED })}
          </p>
        )}
      </div>
      {changes && (
        <div className="actions">
          <Link
            className="button"
            to={{ page: 'data' }}
            view={{ tab: 'import', type: item.type.name, unit: item.unit }}
            aria-label={`${say(MISSING_WORDS.importIt)}${say({ zh: '：', en: ': ' })}${unitName} ${what}`}
          >
            {say(MISSING_WORDS.importIt)}
          </Link>
          <Link
            className="button"
            to={{ page: 'data' }}
            view={{ tab: 'hand', type: item.type.name, unit: item.unit }}
            aria-label={`${say(MISSING_WORDS.writeOne)}${say({ zh: '：', en: ': ' })}${unitName} ${what}`}
          >
            {say(MISSING_WORDS.writeOne)}
          </Link>
          {/* Of what is not over yet nobody knows that there was nothing. */}
          {!year.partial && (
            <Button
              aria-expanded={open}
              aria-label={`${say(MISSING_WORDS.nothing)}${say({ zh: '：', en: ': ' })}${unitName} ${what}`}
              onClick={() => setOpen(!open)}
            >
              {say(MISSING_WORDS.nothing)}
            </Button>
          )}
        </div>
      )}
      {open && (
        <DeclareNothing
          item={item}
          what={what}
          unitName={unitName}
          year={year}
          institution={institution}
          onDone={() => {
            setOpen(false)
            onDeclared(`${unitName} ${what}`)
          }}
          onCancel={() => setOpen(false)}
        />
      )}
    </li>
  )
}

const DeclareNothingMutation = graph(
  `
  mutation DeclareNothing($input: DeclareNothingInput!, $locale: Locale!) {
    declareNothing(input: $input) { __typename ... on NothingDeclared { record { id } } ...Refused }
  }
`,
  { Refused },
)

interface DeclareNothingProps {
  item: DueItem
  what: string
  unitName: string
  year: YearCompleteness
  institution: InstitutionFacts
  onDone: () => void
  onCancel: () => void
}

/** A statement that there was nothing, read before it is signed. */
function DeclareNothing({ item, what, unitName, year, institution, onDone, onCancel }: DeclareNothingProps) {
  const { say, formatDay } = useLanguage()
  const { busy, refused, fault, send, forget } = useDeed()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [empty, setEmpty] = useState(false)
  useLayoutEffect(() => field.current?.focus(), [])

  async function state(event?: FormEvent) {
    event?.preventDefault()
    const signer = field.current?.value.trim() ?? ''
    setEmpty(signer === '')
    if (signer === '') return field.current?.focus()
    const { unit, direction, audience } = item
    const done = await send(DeclareNothingMutation, {
      ...{ institution: institution.code, recordType: item.type.name, from: year.start, to: year.end },
      ...{ unit, direction, audience, signer },
    })
    if (!done) return
    onDone()
    forget()
  }

  return (
    <form className="declare stack-tight" onSubmit={(event) => void state(event)} noValidate>
      <p>
        {say(MISSING_WORDS.declare, {
          start: formatDay(year.start),
          end: formatDay(year.end),
          unit: item.unit === null ? say({ zh: '全校', en: 'the college' }) : unitName,
          type: what,
        })}
      </p>
      <p className="quiet">{say(MISSING_WORDS.declareEffect)}</p>
      <label htmlFor={id}>{say(MISSING_WORDS.signer)}</label>
      <input
        id={id}
        ref={field}
        autoComplete="name"
        placeholder={say(MISSING_WORDS.signerHint)}
        required
        aria-invalid={empty || undefined}
        aria-describedby={empty ? `${id}-problem` : undefined}
      />
      {empty && (
        <p id={`${id}-problem`} className="problem">
          {say({ zh: '请填写负责人。', en: 'Say who signs it.' })}
        </p>
      )}
      <NotDone refused={refused} fault={fault} retry={() => void state()} />
      <FormActions busy={busy} onCancel={onCancel}>
        {say(MISSING_WORDS.confirm)}
      </FormActions>
    </form>
  )
}
