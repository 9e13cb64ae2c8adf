import { useId, useState, type FormEvent } from 'react'
import { Link, useAddress } from '../../../address/address.tsx'
import type { ListColumn } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice, Field } from '../../../ui/choice.tsx'
import {
  filterKindOf,
  filterWords,
  readFilters,
  withFilter,
  writeFilters,
  type RecordFilter,
} from './record-filters.ts'
import WORDS from './words.json' with { type: 'json' }

type Condition = 'content' | 'empty' | 'filled'

const CONTENT = { text: WORDS.holds, choice: WORDS.is, date: WORDS.between, number: WORDS.between }

/** The filters of a list of records: those in force, each with the way to remove it, and a form for one more. */
export function FilterPanel({ columns }: { columns: ListColumn[] }) {
  const { locale, say } = useLanguage()
  const { view } = useAddress()
  const filters = readFilters(view.filter)
  const id = useId()
  return (
    <details className="record-filter off-paper" open={filters.length > 0 || undefined}>
      <summary>
        {say(WORDS.narrow)} {filters.length > 0 && <span className="count">{filters.length}</span>}
      </summary>
      {filters.length > 0 && (
        <>
          <h3 id={id} className="for-ears">
            {say(WORDS.filters)}
          </h3>
          <ul className="row chips" aria-labelledby={id}>
            {filters.map((filter) => {
              const words = filterWords(
                filter,
                columns.find(({ name }) => name === filter.field),
                locale,
              )
              const others = writeFilters(filters.filter((one) => one !== filter))
              return (
                <li key={words}>
                  <Link className="button" view={{ filter: others, after: null }}>
                    {words} <span aria-hidden="true">×</span>
                    <span className="for-ears">{say(WORDS.remove)}</span>
                  </Link>
                </li>
              )
            })}
            {filters.length > 1 && (
              <li>
                <Link view={{ filter: [], after: null }}>{say(WORDS.clear)}</Link>
              </li>
            )}
          </ul>
        </>
      )}
      {columns.length > 0 && <FilterForm key={columns[0]!.name} columns={columns} filters={filters} />}
    </details>
  )
}

function FilterForm({ columns, filters }: { columns: ListColumn[]; filters: RecordFilter[] }) {
  const { say } = useLanguage()
  const address = useAddress()
  const [name, setName] = useState(columns[0]!.name)
  const [condition, setCondition] = useState<Condition>('content')
  const [values, setValues] = useState({ text: '', from: '', to: '' })
  const [wants, setWants] = useState(false)
  const column = columns.find((one) => one.name === name) ?? columns[0]!
  const kind = filterKindOf(column)
  const chosen = kind === 'none' && condition === 'content' ? 'empty' : condition
  const put = (part: Partial<typeof values>) => {
    setWants(false)
    setValues({ ...values, ...part })
  }

  function add(event: FormEvent) {
    event.preventDefault()
    const content = contentOf()
    if (content === null) return setWants(true)
    address.change({ filter: writeFilters(withFilter(filters, { field: column.name, ...content })), after: null })
    put({ text: '', from: '', to: '' })
  }

  function contentOf(): Omit<RecordFilter, 'field'> | null {
    if (chosen !== 'content') return { empty: chosen === 'empty' }
    const [text, from, to] = [values.text.trim(), values.from.trim(), values.to.trim()]
    if (kind === 'date' || kind === 'number') return from || to ? { from: from || null, to: to || null } : null
    if (text === '') return null
    return kind === 'choice' ? { in: [text] } : { text }
  }

  return (
    <form className="controls" onSubmit={add}>
      <Choice
        label={say(WORDS.column)}
        value={column.name}
        options={columns.map((one) => ({ value: one.name, text: one.label }))}
        onChange={(field) => {
          setName(field)
          put({ text: '', from: '', to: '' })
        }}
      />
      <Choice<Condition>
        label={say(WORDS.condition)}
        value={chosen}
        options={[
          ...(kind === 'none' ? [] : [{ value: 'content' as const, text: say(CONTENT[kind]) }]),
          { value: 'empty', text: say(WORDS.empty) },
          { value: 'filled', text: say(WORDS.filled) },
        ]}
        onChange={setCondition}
      />
      {chosen === 'content' && kind === 'choice' && (
        <Choice
          label={say(WORDS.value)}
          value={values.text}
          options={[{ value: '', text: '' }, ...column.options.map(({ key, label }) => ({ value: key, text: label }))]}
          onChange={(text) => put({ text })}
        />
      )}
      {chosen === 'content' && kind === 'text' && (
        <Field
          label={say(WORDS.text)}
          value={values.text}
          onChange={(event) => put({ text: event.currentTarget.value })}
        />
      )}
      {chosen === 'content' &&
        (kind === 'date' || kind === 'number') &&
        (['from', 'to'] as const).map((end) => (
          <Field
            key={end}
            label={say(WORDS[end])}
            type={kind === 'date' ? 'date' : 'text'}
            inputMode={kind === 'number' ? 'decimal' : undefined}
            value={values[end]}
            onChange={(event) => put({ [end]: event.currentTarget.value })}
          />
        ))}
      <Button submits>{say(WORDS.add)}</Button>
      {wants && (
        <p className="problem" role="alert">
          {say(WORDS.wants)}
        </p>
      )}
    </form>
  )
}
