import { toDay } from '@causeway/shared/day'
import type { Words } from '@causeway/shared/words/words'
import { BLOCS } from '../../ground/reference/blocs.ts'
import { CONTINENTS } from '../../ground/reference/continents.ts'
import { countryName, countryOf } from '../../ground/reference/countries.ts'
import { builder } from './builder.ts'
import { localeArgument, say } from './locale-argument.ts'

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

const PlaceRef = builder.objectRef<Named>('Place')
PlaceRef.implement({
  description: 'A part of the world that countries are grouped by: a continent or a bloc.',
  fields: (t) => ({
    key: t.exposeID('key', { description: 'As `filter` takes it.' }),
    label: t.string({
      description: 'Its name.',
      args: localeArgument,
      resolve: ({ label }, { locale }) => say(label, locale),
    }),
  }),
})

const CountryRef = builder.objectRef<CountryAnswer>('Country')
CountryRef.implement({
  description: 'A country or region, as everything here names it.',
  fields: (t) => ({
    code: t.exposeID('code', { description: 'ISO 3166-1 alpha-2.' }),
    name: t.string({
      description: 'Its name.',
      args: localeArgument,
      resolve: ({ name }, { locale }) => say(name, locale),
    }),
    continent: t.field({ type: PlaceRef, description: 'Where it lies.', resolve: ({ continent }) => continent }),
    blocs: t.field({
      type: [PlaceRef],
      description: 'The blocs that it is a member of on the day, in the order they are shown.',
      complexity: { field: 1, multiplier: 2 },
      resolve: ({ blocs }) => blocs,
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
