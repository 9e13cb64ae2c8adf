import type { Causeway } from '../../figures/causeway.ts'
import { linesFedBy } from '../../figures/forms/list-forms.ts'
import { isOwn, type Declaration, type DimensionId } from '../../figures/indicators/definition.ts'
import { countedIn } from '../../figures/indicators/counted-in.ts'
import { coverageWords } from '../../figures/indicators/coverage-words.ts'
import { findIndicator, versionsOf } from '../../figures/find-indicator.ts'
import { formulaOf } from '../../figures/indicators/formula.ts'
import { dimensionWords } from '@causeway/shared/words/dimensions'
import { findMatch } from '@causeway/shared/search-indicators'
import { needsOf, type Need } from '../../figures/indicators/needs.ts'
import { pinyinOf } from '../../figures/indicators/pinyin.ts'
import { builder } from './builder.ts'
import { BasisEnum, DirectionEnum, IndicatorKindEnum, ThemeEnum } from './enums.ts'
import { FormLineRef } from './form-line.ts'
import { localeArgument, say } from './locale-argument.ts'
import { RecordTypeFieldRef, RecordTypeRef } from './record-type.ts'

export const IndicatorRef = builder.objectRef<Declaration>('Indicator')
export const DimensionRef = builder.objectRef<{ id: DimensionId }>('Dimension')
const NeedRef = builder.objectRef<Need>('IndicatorNeed')

IndicatorRef.implement({
  description: 'What is measured: a declaration that every figure of it is made from.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'kebab-case, never reused, as "training-person-days".' }),
    code: t.exposeString('code', { description: 'Its short code, as "EX07"; a variant has a suffix, as "SK05.best".' }),
    name: t.string({
      description: 'Its name.',
      args: localeArgument,
      resolve: (it, { locale }) => say(it.name, locale),
    }),
    pinyin: t.stringList({
      description:
        'Its Chinese name spelt without tones, a syllable for each character, to be searched; what is no Chinese character stands as it is.',
      resolve: (it) => [...pinyinOf(it.name.zh)],
    }),
    definition: t.string({
      description: 'What is counted, in a sentence or two.',
      args: localeArgument,
      resolve: (it, { locale }) => say(it.definition, locale),
    }),
    fillingNote: t.string({
      nullable: true,
      description: 'For the clerk: which record types and columns to fill, what counts and what does not.',
      args: localeArgument,
      resolve: (it, { locale }) => (it.fillingNote ? say(it.fillingNote, locale) : null),
    }),
    needs: t.field({
      type: [NeedRef],
      description: 'The record types it counts, and which of their fields it reads, so that one knows what to fill in.',
      complexity: { field: 1, multiplier: 3 },
      resolve: (it) => needsOf(it),
    }),
    formula: t.string({
      description: 'How it is computed, in plain words, made from the declaration.',
      args: localeArgument,
      resolve: (it, { locale }) => say(formulaOf(it), locale),
    }),
    coverageName: t.string({
      nullable: true,
      description: 'What `coverage` of its figures is, as response rate; null: they have none.',
      args: localeArgument,
      resolve: (it, { locale }) => {
        const words = coverageWords(it)
        return words && say(words, locale)
      },
    }),
    theme: t.expose('theme', { type: ThemeEnum, description: 'The theme it belongs to.' }),
    kind: t.expose('kind', { type: IndicatorKindEnum, description: 'How it behaves over time.' }),
    unit: t.string({
      description: 'Unit of its values, as persons, person-days or %.',
      args: localeArgument,
      resolve: (it, { locale }) => say(it.unit, locale),
    }),
    decimals: t.exposeInt('decimals', { description: 'The most decimals that its values are shown with.' }),
    countedIn: t.string({
      nullable: true,
      description:
        'What both sides of a share count, as people; empty: things; null: no share, or the one side is no part of the other.',
      args: localeArgument,
      resolve: (it, { locale }) => {
        const words = countedIn(it)
        return words && say(words, locale)
      },
    }),
    betterWhen: t.expose('betterWhen', {
      type: DirectionEnum,
      nullable: true,
      description: 'Which way is better; null: neither.',
    }),
    version: t.exposeInt('version', {
      description: 'Rises with every change of the declaration that can alter a figure.',
    }),
    change: t.string({
      nullable: true,
      description: 'What is different from the version before; null: the first, or not said.',
      args: localeArgument,
      resolve: (it, { locale }) => (it.change ? say(it.change, locale) : null),
    }),
    versions: t.field({
      type: [IndicatorRef],
      description: 'Every version of its definition, the first one first: any can be asked beside any other.',
      complexity: { field: 1, multiplier: 3 },
      resolve: (it, _args, { causeway }) => versionsOf(causeway, findIndicator(causeway, it.id)),
    }),
    own: t.boolean({
      description: "True: a college's own, declared in a file; its id begins with own-.",
      resolve: ({ id }) => isOwn(id),
    }),
    bases: t.expose('bases', {
      type: [BasisEnum],
      description: 'The bases it can be asked on; the first where `basis` is omitted.',
      complexity: { field: 1, multiplier: 1 },
    }),
    dimensions: t.field({
      type: [DimensionRef],
      description: 'What it can be broken down and filtered by.',
      complexity: { field: 1, multiplier: 5 },
      resolve: (it) => (Object.keys(it.dimensions) as DimensionId[]).map((id) => ({ id })),
    }),
    mappings: t.field({
      type: [FormLineRef],
      description: 'The lines of official tables that it feeds.',
      complexity: { field: 1, multiplier: 2 },
      resolve: ({ id }, _args, { causeway }) => linesFedBy(causeway, id),
    }),
  }),
})

// Here, because each of the two tells of the other.
builder.objectField(FormLineRef, 'indicator', (t) =>
  t.field({
    type: IndicatorRef,
    nullable: true,
    description: 'What fills it; null: it is filled in by hand, or made from two figures.',
    resolve: ({ line: { indicator } }, _args, { causeway: { indicators } }) =>
      indicators.find(({ id, code }) => id === indicator || code === indicator) ?? null,
  }),
)

NeedRef.implement({
  description: 'What an indicator reads of one record type.',
  fields: (t) => ({
    recordType: t.field({ type: RecordTypeRef, description: 'The type.', resolve: ({ recordType }) => recordType }),
    fields: t.field({
      type: [RecordTypeFieldRef],
      description: 'The fields that it reads, in their order.',
      complexity: { field: 1, multiplier: 6 },
      resolve: ({ fields }) => fields,
    }),
  }),
})

DimensionRef.implement({
  description: 'What a figure may be broken down by.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'As `by`, `across` and `filter` take it.' }),
    name: t.string({
      description: 'Its name.',
      args: localeArgument,
      resolve: ({ id }, { locale }) => say(dimensionWords[id], locale),
    }),
  }),
})

builder.queryFields((t) => ({
  indicators: t.field({
    type: [IndicatorRef],
    description: 'The catalogue of indicators, in its order.',
    args: {
      theme: t.arg({ type: ThemeEnum, description: 'Of this theme only.' }),
      form: t.arg.id({ description: 'Those that feed this official table only.' }),
      dimension: t.arg.id({ description: 'Those that this dimension breaks down and filters only.' }),
      search: t.arg.string({
        description:
          'Part of an id, a code, a name in either language, or the pinyin of the Chinese name, in full or by initials.',
      }),
    },
    complexity: (wanted, { causeway }) => ({ field: 1, multiplier: listIndicators(causeway, wanted).length }),
    resolve: (_root, wanted, { causeway }) => listIndicators(causeway, wanted),
  }),
  indicator: t.field({
    type: IndicatorRef,
    nullable: true,
    description: 'One indicator.',
    args: { id: t.arg.id({ required: true, description: 'Its id or its code.' }) },
    resolve: (_root, { id }, { causeway }) => findIndicator(causeway, id),
  }),
}))

interface Wanted {
  theme?: Declaration['theme'] | null
  form?: string | null
  dimension?: string | null
  search?: string | null
}

function listIndicators(causeway: Causeway, { theme, form, dimension, search }: Wanted): Declaration[] {
  const part = search?.trim()
  return causeway.indicators.filter(
    (it) =>
      (!theme || it.theme === theme) &&
      (!dimension || dimension in it.dimensions) &&
      (!form || linesFedBy(causeway, it.id).some((line) => line.form.id === form)) &&
      (!part || findMatch({ id: it.id, code: it.code, name: it.name, pinyin: pinyinOf(it.name.zh) }, part) !== null),
  )
}
