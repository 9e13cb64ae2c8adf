import type { Causeway } from '../../figures/causeway.ts'
import { linesFedBy } from '../../figures/forms/find-form.ts'
import { isOwn, type Declaration, type DimensionId } from '../../figures/indicators/definition.ts'
import { countedIn, coverageWords } from '../../figures/indicators/counted-in.ts'
import { findIndicator, versionsOf } from '../../figures/check-request.ts'
import { formulaOf } from '../../figures/indicators/formula.ts'
import { dimensionWords } from '@causeway/shared/words/terms'
import { findMatch } from '@causeway/shared/search-indicators'
import { needsOf, type Need } from '../../figures/indicators/reads.ts'
import { pinyinOf } from '../../ground/pinyin.ts'
import { builder } from './builder.ts'
import { BasisEnum, DirectionEnum, IndicatorKindEnum, ThemeEnum } from './enums.ts'
import { FormLineRef } from './form-line.ts'
import { RecordTypeFieldRef, RecordTypeRef } from './record-type.ts'

export const IndicatorRef = builder.objectRef<Declaration>('Indicator')

IndicatorRef.implement({
  description: 'What is measured: a declaration that every figure of it is made from.',
  fields: (t) => ({
    id: t.given('ID', 'kebab-case, never reused, as "training-person-days".', 'id'),
    code: t.given('String', 'Its short code, as "EX07"; a variant has a suffix, as "SK05.best".', 'code'),
    name: t.words('Its name.', 'name'),
    pinyin: t.given(
      ['String'],
      'Its Chinese name spelt without tones, a syllable for each character, to be searched; what is no Chinese character is as it is.',
      (it) => [...pinyinOf(it.name.zh)],
    ),
    definition: t.words('What is counted, in a sentence or two.', 'definition'),
    fillingNote: t.maybeWords(
      'For the clerk: which record types and columns to fill, what counts and what does not.',
      'fillingNote',
    ),
    needs: t.list(
      NeedRef,
      3,
      'The record types it counts, and which of their fields it reads, so that one knows what to fill in.',
      (it) => needsOf(it),
    ),
    formula: t.words('How it is computed, in plain words, made from the declaration.', (it) => formulaOf(it)),
    coverageName: t.maybeWords(
      'What `coverage` of its figures is, as response rate; null: they have none.',
      coverageWords,
    ),
    theme: t.given(ThemeEnum, 'The theme it belongs to.', 'theme'),
    kind: t.given(IndicatorKindEnum, 'How it behaves over time.', 'kind'),
    unit: t.words('Unit of its values, as persons, person-days or %.', 'unit'),
    decimals: t.given('Int', 'The most decimals that its values are shown with.', 'decimals'),
    countedIn: t.maybeWords(
      'What both sides of a share count, as people; empty: things; null: no share, or the one side is no part of the other.',
      countedIn,
    ),
    betterWhen: t.maybe(DirectionEnum, 'Which way is better; null: neither.', 'betterWhen'),
    version: t.given('Int', 'Rises with every change of the declaration that can alter a figure.', 'version'),
    change: t.maybeWords('What is different from the version before; null: the first, or not said.', 'change'),
    versions: t.list(
      IndicatorRef,
      3,
      'Every version of its definition, the first one first: any can be asked beside any other.',
      (it, { causeway }) => versionsOf(causeway, findIndicator(causeway, it.id)),
    ),
    own: t.given('Boolean', "True: a college's own, declared in a file; its id begins with own-.", ({ id }) =>
      isOwn(id),
    ),
    bases: t.list(BasisEnum, 1, 'The bases it can be asked on; the first where `basis` is omitted.', 'bases'),
    dimensions: t.list(DimensionRef, 5, 'What it can be broken down and filtered by.', (it) =>
      (Object.keys(it.dimensions) as DimensionId[]).map((id) => ({ id })),
    ),
    mappings: t.list(FormLineRef, 2, 'The lines of official tables that it feeds.', ({ id }, { causeway }) =>
      linesFedBy(causeway, id),
    ),
  }),
})

// Here, because each of the two tells of the other.
builder.objectField(FormLineRef, 'indicator', (t) =>
  t.maybe(
    IndicatorRef,
    'What fills it; null: it is filled in by hand, or made from two figures.',
    ({ line: { indicator } }, { causeway: { indicators } }) =>
      indicators.find(({ id, code }) => id === indicator || code === indicator) ?? null,
  ),
)

const NeedRef = builder.objectRef<Need>('IndicatorNeed').implement({
  description: 'What an indicator reads of one record type.',
  fields: (t) => ({
    recordType: t.given(RecordTypeRef, 'The type.', 'recordType'),
    fields: t.list(RecordTypeFieldRef, 6, 'The fields that it reads, in their order.', 'fields'),
  }),
})

export const DimensionRef = builder.objectRef<{ id: DimensionId }>('Dimension').implement({
  description: 'What a figure may be broken down by.',
  fields: (t) => ({
    id: t.given('ID', 'As `by`, `across` and `filter` take it.', 'id'),
    name: t.words('Its name.', ({ id }) => dimensionWords[id]),
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
