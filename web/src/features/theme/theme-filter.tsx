import { useState } from 'react'
import type { Theme } from '@causeway/shared/series'
import { Link, useAddress } from '../../address/address.tsx'
import { writeFilter, type SeriesFilter } from '../../graph/series-filter.ts'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import { Choice } from '../../ui/choice.tsx'
import { FaultState } from '../../ui/states.tsx'
import type { Filterable } from '../../graph/generated.ts'
import { ThemeCategoriesQuery } from './theme-query.ts'
import THEME_WORDS from './words.json' with { type: 'json' }

interface Props {
  theme: Theme
  indicators: Filterable[]
  filters: SeriesFilter[]
}

/** One filter for all indicators of the theme: first by what, then which value. */
export function ThemeFilter({ theme, indicators, filters }: Props) {
  const { say } = useLanguage()
  const address = useAddress()
  const [opened, setOpened] = useState<string | null>(null)
  const dimension = opened ?? filters[0]?.dimension ?? ''
  const dimensions = listDimensions(indicators)
  return (
    <div className="controls theme-filter off-paper" role="group" aria-label={say(THEME_WORDS.filter)}>
      <Choice
        label={say(THEME_WORDS.filterBy)}
        value={dimension}
        options={[
          { value: '', text: say(THEME_WORDS.everything) },
          ...dimensions.map(({ id, name, count }) => ({
            value: id,
            text: say({ zh: `${name}（${count}）`, en: `${name} (${count})` }),
          })),
        ]}
        onChange={(id) => {
          setOpened(id)
          if (filters.length > 0) address.change({ filter: [] })
        }}
      />
      {dimension && (
        <Values
          key={dimension}
          theme={theme}
          dimension={dimension}
          name={dimensions.find(({ id }) => id === dimension)?.name ?? dimension}
          chosen={filters.find((filter) => filter.dimension === dimension)?.in[0] ?? ''}
        />
      )}
      {filters.length > 0 && (
        <Link className="button" view={{ filter: [] }} onClick={() => setOpened('')}>
          {say(THEME_WORDS.clear)}
        </Link>
      )}
    </div>
  )
}

function Values(props: { theme: Theme; dimension: string; name: string; chosen: string }) {
  const { theme, dimension, name, chosen } = props
  const { locale, say } = useLanguage()
  const address = useAddress()
  const { institution, year } = address.view
  const { data, waiting, fault, retry } = useAnswer(ThemeCategoriesQuery, {
    theme,
    institution,
    year,
    dimension,
    locale,
  })
  const found = new Map(
    (data?.institution?.series ?? [])
      .flatMap(({ figures }) => figures)
      .flatMap(({ category }) => (category ? [[category.key, category.label] as const] : [])),
  )
  const options = [...found].map(([value, text]) => ({ value, text }))
  if (fault && found.size === 0) return <FaultState fault={fault} retry={retry} />
  if (chosen && !found.has(chosen)) options.push({ value: chosen, text: chosen })
  return (
    <Choice
      label={name}
      value={chosen}
      options={[{ value: '', text: say(waiting ? THEME_WORDS.waiting : THEME_WORDS.choose) }, ...options]}
      onChange={(key) => address.change({ filter: key ? [writeFilter({ dimension, in: [key] })] : [] })}
    />
  )
}

/** Only dimensions that indicators of the theme have, those of most of them first. */
function listDimensions(indicators: Filterable[]): { id: string; name: string; count: number }[] {
  const all = indicators.flatMap(({ dimensions }) => dimensions)
  return [...Map.groupBy(all, ({ id }) => id)]
    .map(([id, same]) => ({ id, name: same[0]!.name, count: same.length }))
    .toSorted((a, b) => b.count - a.count)
}
