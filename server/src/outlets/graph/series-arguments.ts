import type { InputFieldRef } from '@pothos/core'
import {
  argumentOf,
  type ArgumentKind,
  type ChoiceArgument,
  type SeriesArgument,
  type SeriesRequest,
} from '@causeway/shared/series-arguments'
import { builder } from './builder.ts'
import { BasisEnum, ProfileEnum, ScopeEnum } from './enums.ts'

export const DimensionFilterInput = builder.inputType('DimensionFilter', {
  description: 'Only records whose value of a dimension is one of these. Several filters must all hold.',
  fields: (t) => ({
    dimension: t.id({ required: true, description: 'Id of one of the dimensions of the indicator or record type.' }),
    in: t.stringList({ required: true, description: 'Keys of its categories, as "VN"; a record matches any of them.' }),
  }),
})

const TYPES: Record<
  Exclude<ArgumentKind, 'choice'>,
  'ID' | 'Int' | 'String' | 'DateTime' | [typeof DimensionFilterInput]
> = {
  code: 'ID',
  day: 'String',
  year: 'Int',
  version: 'Int',
  release: 'ID',
  time: 'DateTime',
  dimension: 'ID',
  filter: [DimensionFilterInput],
}
const CHOICES = { basis: BasisEnum, scope: ScopeEnum, profile: ProfileEnum } satisfies Record<ChoiceArgument, unknown>

type Arguments<Name extends SeriesArgument> = {
  [One in Name]: InputFieldRef<typeof builder.$inferSchemaTypes, SeriesRequest[One]>
}

/** What of the question a field takes, as it is declared; `words`: what it does otherwise with an argument. */
export function seriesArguments<Name extends SeriesArgument>(
  names: readonly Name[],
  words: { [One in SeriesArgument]?: string } = {},
): Arguments<Name> {
  return builder.args((t) =>
    Object.fromEntries(
      names.map((name) => {
        const { kind, words: said, unsigned, needed = false } = argumentOf(name)
        const type = kind === 'choice' ? CHOICES[name as ChoiceArgument] : TYPES[kind]
        const description = words[name] ?? [said.en, unsigned].filter(Boolean).join(' ')
        return [name, t.field({ type, required: needed, description })]
      }),
    ),
  ) as unknown as Arguments<Name>
}
