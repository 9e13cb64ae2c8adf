import { toDay } from '@causeway/shared/day'
import type { Words } from '@causeway/shared/words/words'
import { BLOCS } from '../../ground/reference/blocs.ts'
import { CONTINENTS } from '../../ground/reference/continents.ts'
import { countryName, countryOf } from '../../ground/reference/countries.ts'
import { builder } from './builder.ts'

interface Named {
  key: string
  label: Words
}

interface CountryAnswer {
  code: string
  name: Words
  continent: Named
  blocs: Named[]
}

const PlaceRef = builder.objectRef<Named>('Place').implement({
  description: 'A part of the world that countries are grouped by: a continent or a bloc.',
  fields: (t) => ({
    key: t.given('ID', 'As `filter` takes it.', 'key'),
    label: t.words('Its name.', 'label'),
  }),
})

const CountryRef = builder.objectRef<CountryAnswer>('Country').implement({
  description: 'A country or region, as everything here names it.',
  fields: (t) => ({
    code: t.given('ID', 'ISO 3166-1 alpha-2.', 'code'),
    name: t.words('Its name.', 'name'),
    continent: t.given(PlaceRef, 'Where it lies.', 'continent'),
    blocs: t.given([PlaceRef], 'The blocs that it is a member of on the day, in the order they are shown.', 'blocs', {
      field: 1,
      multiplier: 2,
    }),
  }),
})

builder.queryFields((t) => ({
  country: t.field({
    type: CountryRef,
    nullable: true,
    description: 'One country or region; null: there is none of this code.',
    args: {
      code: t.arg.id({ required: true, description: 'ISO 3166-1 alpha-2.' }),
      on: t.arg({ type: 'Date', required: true, description: 'The day to tell its blocs for.' }),
    },
    resolve: (_root, { code, on }) => {
      const country = countryOf(code)
      if (!country) return null
      const day = toDay(on)
      const continent = CONTINENTS.find(({ id }) => id === country.continent)!
      return {
        code,
        name: countryName(code),
        continent: { key: continent.id, label: continent.name },
        blocs: BLOCS.filter(({ members }) =>
          members.some((it) => it.country === code && it.from <= day && (it.to === null || it.to >= day)),
        ).map(({ id, name }) => ({ key: id, label: name })),
      }
    },
  }),
}))
