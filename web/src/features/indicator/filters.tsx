import { useState } from 'react'
import { Link, useAddress } from '../../address/address.tsx'
import { useAnswer, type Answer } from '../../graph/use-answer.ts'
import type { CategoryFacts, IndicatorFacts } from '../../graph/generated.ts'
import { useLanguage } from '../../language/language.tsx'
import { Choice } from '../../ui/choice.tsx'
import { FaultState, Loading } from '../../ui/states.tsx'
import { CategoriesQuery, type SeriesQuestion } from './indicator-query.ts'
import { writeFilter, type SeriesFilter } from '../../graph/series-filter.ts'
import INDICATOR_WORDS from './words.json' with { type: 'json' }

interface Props {
  indicator: IndicatorFacts
  question: SeriesQuestion
  filters: SeriesFilter[]
  /** Each of them in words. */
  narrowed: string[]
  exact: boolean
}

/** What part of the whole is counted: what is chosen is open, the rest is asked for when it is opened. */
export function Filters({ indicator, question, filters, narrowed, exact }: Props) {
  const { say } = useLanguage()
  const [open, setOpen] = useState(false)
  const [dimension, setDimension] = useState('')
  const nameOf = (id: string) => indicator.dimensions.find((one) => one.id === id)?.name ?? id
  return (
    <div className="filters row-apart">
      {filters.length > 0 && (
        <ul className="chips row" aria-label={say(INDICATOR_WORDS.counted)}>
          {filters.map(({ dimension: narrowedBy }, at) => (
            <li key={narrowedBy}>
              <span>
                {say(INDICATOR_WORDS.counted)} {narrowed[at]}
              </span>
              <Link className="button" view={{ ...CLOSED, filter: without(filters, narrowedBy).map(writeFilter) }}>
                <span aria-hidden="true">×</span>
                <span className="for-ears">
                  {say(INDICATOR_WORDS.remove)} {narrowed[at]}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{say(INDICATOR_WORDS.filter)}</summary>
        {open && (
          <div className="filter-choice">
            <Choice
              label={say(INDICATOR_WORDS.filterDimension)}
              value={dimension}
              options={[
                { value: '', text: say(INDICATOR_WORDS.filterNone) },
                ...indicator.dimensions.map(({ id, name }) => ({ value: id, text: name })),
              ]}
              onChange={setDimension}
            />
            {dimension && (
              <Values
                key={dimension}
                dimension={dimension}
                name={nameOf(dimension)}
                question={question}
                filters={filters}
                exact={exact}
              />
            )}
            {!exact && <p className="cap">{say(INDICATOR_WORDS.filterOne)}</p>}
          </div>
        )}
      </details>
    </div>
  )
}

const CLOSED = { category: null, records: null, after: null }

interface ValuesProps extends Omit<Props, 'indicator' | 'narrowed'> {
  dimension: string
  name: string
}

/** The values of one dimension: one of them for the public, any for anyone who may see exact figures. */
function Values({ dimension, name, question, filters, exact }: ValuesProps) {
  const { say } = useLanguage()
  const address = useAddress()
  const { categories, fault, retry } = useCategories(question, dimension)
  const chosen = filters.find((filter) => filter.dimension === dimension)?.in ?? []
  if (fault && !categories?.length) return <FaultState fault={fault} retry={retry} />
  if (!categories) return <Loading rows={2} />
  if (categories.length === 0) return <p className="quiet">{say(INDICATOR_WORDS.filterNoValues)}</p>
  if (!exact)
    return (
      <Choice
        label={name}
        value={chosen[0] ?? ''}
        options={[
          { value: '', text: say(INDICATOR_WORDS.filterNone) },
          ...categories.map(({ key, label }) => ({ value: key, text: label })),
        ]}
        onChange={(key) =>
          address.change({
            ...CLOSED,
            by: null,
            across: null,
            filter: key ? [writeFilter({ dimension, in: [key] })] : [],
          })
        }
      />
    )
  return (
    <fieldset className="filter-values">
      <legend>{name}</legend>
      {categories.map(({ key, label }) => (
        <label key={key}>
          <input type="checkbox" checked={chosen.includes(key)} onChange={() => flip(key)} />
          {label}
        </label>
      ))}
    </fieldset>
  )

  function flip(key: string) {
    const keys = chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key]
    const others = without(filters, dimension)
    address.change({
      ...CLOSED,
      filter: [...others, ...(keys.length > 0 ? [{ dimension, in: keys }] : [])].map(writeFilter),
    })
  }
}

interface Categories extends Pick<Answer<unknown>, 'fault' | 'retry'> {
  /** null until they are known. */
  categories: CategoryFacts[] | null
}

/** Every category that occurs in the years that are shown, each once. */
function useCategories({ filter: _all, ...question }: SeriesQuestion, by: string): Categories {
  const { data, fault, retry } = useAnswer(CategoriesQuery, { ...question, by })
  const figures = data?.indicator?.series?.figures ?? []
  const named = figures.flatMap(({ category }) => (category ? [[category.key, category] as const] : []))
  return { categories: data && [...new Map(named).values()], fault, retry }
}

function without(filters: SeriesFilter[], dimension: string): SeriesFilter[] {
  return filters.filter((filter) => filter.dimension !== dimension)
}
