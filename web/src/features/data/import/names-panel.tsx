import { useId, useState } from 'react'
import { formatValue } from '@causeway/shared/format-figure'
import type { ImportReport } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { askedId } from './asked-above.ts'
import { nameInMapping } from './column-choices.ts'
import { FromColumn } from './from-column.tsx'
import { changeDraft, type Draft } from './import-draft.ts'
import {
  answersOf,
  changesOfNew,
  factsGiven,
  factsOffered,
  namesIn,
  type Decision,
  type Facts,
  type NamedEntry,
  type NamesOfField,
} from './named-entries.ts'
import { takeMoves } from './taken-moves.ts'
import type { ImportDesk } from './use-import.ts'
import { answering, isOfWord } from './word-clusters.ts'
import { Field } from './word-choice.tsx'
import NAME_WORDS from './name-words.json' with { type: 'json' }

interface Props {
  draft: Draft
  report: ImportReport
  desk: ImportDesk
}

/** Programmes, partners and the like that no register has: each made, or said to be another. */
export function NamesPanel({ draft, report, desk }: Props) {
  return namesIn(report).map((of) => (
    <NamesOfRegister key={of.register.field} of={of} draft={draft} report={report} desk={desk} />
  ))
}

/** At once: the others are decided with them, or come up next. */
const MOST_SHOWN = 50

function NamesOfRegister({ of, draft, report, desk }: Props & { of: NamesOfField }) {
  const { locale, say } = useLanguage()
  const id = useId()
  const { register, names, field } = of
  const [said, setSaid] = useState<ReadonlyMap<string, Decision>>(new Map())
  const reading = report.reading ?? '{}'
  const { needed } = register
  const given = factsGiven(report, of)
  const [factsSaid, setFactsSaid] = useState<Facts>(() => {
    const offered = Object.entries(factsOffered(report, register))
    return Object.fromEntries(offered.filter(([field]) => !(field in given)))
  })
  const facts = { ...given, ...factsSaid }
  const made = names.filter(({ rows }) => rows === null)
  const decisionOf = ({ name, rows }: NamedEntry): Decision | undefined =>
    said.get(name) ?? (rows === null ? { is: 'new' } : undefined)
  const open = names.filter((one) => decisionOf(one) === undefined)
  const label = register.recordType.label
  const n = (count: number) => formatValue(count, 0, locale)

  function apply(decisions: ReadonlyMap<string, Decision>) {
    const decided = { reading, of, decisions, facts }
    const answers = answersOf(decided)
    const changes = changesOfNew(decided)
    const others = draft.answers.filter((one) => !answers.some((other) => isOfWord(one, other)))
    const count = [...decisions.values()].filter(({ is }) => is === 'new').length
    const sentence = say(NAME_WORDS.made, { n: n(count), type: label })
    const move = {
      id: `names ${field.name} ${draft.taken.length}`,
      kind: 'CREATE' as const,
      sentence,
      columns: [],
      changes,
    }
    const taken = changes.length > 0 ? takeMoves(draft, report, [move]) : {}
    changeDraft({ ...answering(draft, report, [...others, ...answers]), ...taken })
    setFactsSaid({})
    void desk.check('check')
  }

  const decided = new Map(names.flatMap((one) => (decisionOf(one) ? [[one.name, decisionOf(one)!]] : [])))
  const isChanged = said.size > 0 || Object.keys(factsSaid).length > 0
  return (
    <section id={askedId('names', field.name)} tabIndex={-1} className="card names stack-tight" aria-labelledby={id}>
      <h3 id={id}>
        {made.length === names.length
          ? say(NAME_WORDS.titleMade, { n: n(made.length), type: label })
          : say(NAME_WORDS.title, { n: n(names.length - made.length), type: label })}
      </h3>
      <p className="quiet">{say(NAME_WORDS.hint, { type: label })}</p>
      {needed.length > 0 && (
        <FactsOfNew of={of} needed={needed} facts={facts} report={report} onChange={setFactsSaid} />
      )}
      <div className="fields">
        {names.slice(0, MOST_SHOWN).map((one) => (
          <NameChoice
            key={one.name}
            one={one}
            of={of}
            decision={decisionOf(one)}
            onChange={(decision) => {
              const next = new Map(said)
              if (decision) next.set(one.name, decision)
              else next.delete(one.name)
              setSaid(next)
            }}
          />
        ))}
      </div>
      <p className="actions">
        {open.length > 0 && (
          <Button
            primary
            disabled={desk.progress !== null}
            onClick={() => apply(new Map([...decided, ...open.map(({ name }) => [name, { is: 'new' }] as const)]))}
          >
            {say(decided.size > 0 ? NAME_WORDS.makeRest : NAME_WORDS.makeAll, { n: n(open.length) })}
          </Button>
        )}
        {isChanged && open.length === 0 && (
          <Button primary disabled={desk.progress !== null} onClick={() => apply(decided)}>
            {say(NAME_WORDS.apply)}
          </Button>
        )}
      </p>
    </section>
  )
}

interface ChoiceProps {
  one: NamedEntry
  of: NamesOfField
  decision: Decision | undefined
  onChange: (decision: Decision | undefined) => void
}

function NameChoice({ one, of: { register, names }, decision, onChange }: ChoiceProps) {
  const { locale, say } = useLanguage()
  const id = useId()
  const { name, others, rows, nearest } = one
  const options = [...nearest, ...register.options.filter(({ key }) => !nearest.some((near) => near.key === key))]
  const value = !decision
    ? ''
    : decision.is === 'new'
      ? 'new'
      : decision.is === 'code'
        ? `code ${decision.code}`
        : `same ${decision.as}`

  function read(text: string): Decision | undefined {
    if (text.startsWith('code ')) return { is: 'code', code: text.slice(5) }
    if (text.startsWith('same ')) return { is: 'same', as: text.slice(5) }
    return text === 'new' ? { is: 'new' } : undefined
  }

  return (
    <div className="choice">
      <label htmlFor={id}>
        {rows === null
          ? say(NAME_WORDS.nameMade, { name })
          : say(NAME_WORDS.name, { name, n: formatValue(rows, 0, locale) })}
      </label>
      <select
        id={id}
        value={value}
        aria-describedby={others.length > 0 ? `${id}-others` : undefined}
        onChange={(event) => onChange(read(event.target.value))}
      >
        {rows !== null && <option value="">{say(NAME_WORDS.choose)}</option>}
        <option value="new">{say(NAME_WORDS.makeNew)}</option>
        {options.length > 0 && (
          <optgroup label={say(NAME_WORDS.isOne)}>
            {options.map(({ key, label }) => (
              <option key={key} value={`code ${key}`}>
                {label}
              </option>
            ))}
          </optgroup>
        )}
        {names.length > 1 && (
          <optgroup label={say(NAME_WORDS.sameAs)}>
            {names
              .filter((other) => other !== one)
              .map((other) => (
                <option key={other.name} value={`same ${other.name}`}>
                  {other.name}
                </option>
              ))}
          </optgroup>
        )}
      </select>
      {others.length > 0 && (
        <p id={`${id}-others`} className="cap">
          {say(NAME_WORDS.alsoSpelled, { list: others.join(say({ zh: '、', en: ', ' })) })}
        </p>
      )}
    </div>
  )
}

interface FactsProps {
  of: NamesOfField
  needed: NamesOfField['register']['needed']
  facts: Facts
  report: ImportReport
  onChange: (facts: Facts) => void
}

/** What new entries need beside their names: for all at once, and for one by itself. */
function FactsOfNew({ of: { names, register }, needed, facts, report, onChange }: FactsProps) {
  const { say } = useLanguage()
  const id = useId()
  return (
    <fieldset className="term fields">
      <legend>{say(NAME_WORDS.facts, { type: register.recordType.label })}</legend>
      {needed.map(({ name: field, label, kind, options }) => {
        const { all = '', each = {}, from } = facts[field] ?? {}
        const at = `${id}-${field}`
        return (
          <div key={field} className="choice">
            <label id={`${at}-label`} htmlFor={at}>
              {say(kind === 'country' ? NAME_WORDS.factOrUnknown : NAME_WORDS.fact, { label })}
            </label>
            <Field
              id={at}
              choices={options}
              value={all}
              onChange={(value) => onChange({ ...facts, [field]: { all: value, each } })}
            />
            <FromColumn
              report={report}
              value={from?.index ?? null}
              describedBy={`${at}-label`}
              onChange={(index) => {
                const said = index !== null && { from: { index, column: nameInMapping(report, index) } }
                onChange({ ...facts, [field]: { all: '', each: {}, ...said } })
              }}
            />
            {names.length > 1 && !from && (
              <details>
                <summary>{say(NAME_WORDS.factOfEach)}</summary>
                {names.slice(0, MOST_SHOWN).map(({ name }, i) => (
                  <div key={name} className="choice">
                    <label htmlFor={`${at}-${i}`}>{name}</label>
                    <Field
                      id={`${at}-${i}`}
                      choices={options}
                      value={each[name] ?? ''}
                      onChange={(value) => onChange({ ...facts, [field]: { all, each: { ...each, [name]: value } } })}
                    />
                  </div>
                ))}
              </details>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
