import type { Words } from '@causeway/shared/words/words'
import type { Verdict } from '@causeway/shared/verdict'
import type { ChangeCause, Named } from '../../answers/change/part.ts'
import { listBiggestChanges } from '../../answers/change/biggest-changes.ts'
import type { Change } from '../../answers/change/explain-change.ts'
import { findReason } from '../../answers/change/reason.ts'
import { changeOf, changeWords, type YearChange } from '../../answers/change/year-change.ts'
import { listPartRecords } from '../../answers/reconcile/reconcile.ts'
import { readOpeningYear } from '../../answers/unreported/reported-years.ts'
import type { Declaration, DimensionId } from '../../figures/indicators/definition.ts'
import { builder } from './builder.ts'
import { pageArguments, pageComplexity, readPage } from './connection.ts'
import { causewayOf } from './context.ts'
import type { Causeway } from '../../figures/causeway.ts'
import type { Viewer } from '../../access/viewer.ts'
import { enumOf } from './enums.ts'
import { localeArgument, say } from './fields.ts'
import { CategoryRef, FigureRef, SeriesAnswer, type FigureAnswer } from './figure.ts'
import { DimensionRef, IndicatorRef } from './indicator.ts'
import { InstitutionRef } from './institution.ts'
import { RecordConnection, toRecordConnection } from './record.ts'
import { SeriesRef } from './series.ts'

/** The most that can be asked for. */
const MOST = 20
const USUAL = 6

/** A change as it is shown, be it one of the largest of a year or asked for by itself. */
export interface ShownChange {
  declaration: Declaration
  before: FigureAnswer
  after: FigureAnswer
  difference: number | null
  verdict: Verdict | null
  sentence: Words
  /** Looked for where somebody asks. */
  why: () => Promise<Why>
}

interface Why {
  reason: Words | null
  dimension: DimensionId | null
  parts: ShownPart[]
}

/** Nothing is known of it, or nothing for the asker to see. */
export const UNEXPLAINED: Why = { reason: null, dimension: null, parts: [] }

export interface ShownPart {
  institution: string
  cause: ChangeCause
  category: { key: string; label: Words } | null
  value: number
  sentence: Words
  /** Null: not known. */
  isNew: boolean | null
  /** Null: not for the asker to see. */
  records: Named[] | null
  /** Revisions at which these are there, or were: of one the later version is shown. */
  recordsAt?: (number | undefined)[]
}

export const CauseEnum = enumOf('ChangeCause', 'Why a figure is another one.', {
  CAME: 'Between two periods: counted in the later one alone',
  LEFT: 'Between two periods: counted in the earlier one alone',
  CHANGED: 'In both, with another number',
  LATE: '补报: records that came after the earlier moment',
  CORRECTED: '更正: records that are there at both moments and were changed',
  WITHDRAWN: '撤回: records that are there no more',
  IDENTITY: 'Decisions that codes, records or persons are one thing',
  REDEFINED: '口径调整: the indicator is defined otherwise',
  SETTING: 'Another data date, start of the school year, or country of the institution',
  NUMERATOR: 'Of a share or a ratio: the numerator changed',
  DENOMINATOR: 'Of a share or a ratio: the denominator changed',
})

export const ChangeRef = builder.objectRef<ShownChange>('Change').implement({
  description: 'What became of a figure between two moments, and why.',
  fields: (t) => ({
    indicator: t.given(IndicatorRef, 'Of what.', 'declaration'),
    before: t.given(FigureRef, 'The figure of the first moment.', 'before'),
    after: t.given(FigureRef, 'The figure of the second.', 'after'),
    difference: t.maybe(
      'Float',
      'After less before, unrounded, in the unit of the indicator; of shares in percentage points. Null: one of them has no value.',
      'difference',
    ),
    better: t.maybe(
      'Boolean',
      'Whether it is for the better; null: neither way is, or chance alone could make it.',
      ({ verdict }) => (verdict === 'better' ? true : verdict === 'worse' ? false : null),
    ),
    sentence: t.words('What became of it, in words.', 'sentence'),
    reason: t.maybeWords(
      'Why, as far as the records say, in words; null: they do not, or not to the asker.',
      async ({ why }, locale) => {
        const { reason } = await why()
        return reason && say(reason, locale)
      },
    ),
    dimension: t.maybe(
      DimensionRef,
      'What the reason or the parts are broken down by; null: they are not.',
      async ({ why }) => {
        const { dimension } = await why()
        return dimension && { id: dimension }
      },
    ),
    parts: t.list(
      ChangePartRef,
      6,
      'What makes the difference and adds up to it, one for each cause and category, none of 0; none where one of the figures has no value, or the asker may not see records.',
      async ({ why }) => (await why()).parts,
    ),
  }),
})

const CATEGORY = 'Ask `category`.'

export const ChangePartRef = builder.objectRef<ShownPart>('ChangePart').implement({
  description: 'What one cause, or one category, adds to a difference or takes from it.',
  fields: (t) => ({
    cause: t.given(CauseEnum, 'Why.', 'cause'),
    category: t.maybe(
      CategoryRef,
      'In which category; null: in the whole. Where there are categories: what is in several of them or in none.',
      'category',
    ),
    value: t.given('Float', 'In the unit of the indicator; of shares in percentage points. Never 0.', 'value'),
    sentence: t.words('The part in words.', 'sentence'),
    recordCount: t.maybe('Int', 'How many records show it; null: not for the asker to see.', ({ records }) =>
      records === null ? null : records.length,
    ),
    records: t.field({
      type: RecordConnection,
      nullable: true,
      description: 'The records that show it. Needs a token that may read the institution.',
      args: pageArguments,
      complexity: pageComplexity,
      resolve: async ({ records, recordsAt, institution }, args, { causeway, viewer }) =>
        toRecordConnection(
          await listPartRecords(causeway, viewer, institution, records ?? [], readPage(args), recordsAt),
        ),
    }),
    key: t.string({
      nullable: true,
      description: 'As `filter` takes it.',
      deprecationReason: CATEGORY,
      resolve: ({ category }) => category && category.key,
    }),
    label: t.string({
      nullable: true,
      description: 'Its name.',
      deprecationReason: CATEGORY,
      args: localeArgument,
      resolve: ({ category }, { locale }) => category && say(category.label, locale),
    }),
    isNew: t.maybe('Boolean', 'True: there was nothing of it in the period before; null: not known.', 'isNew'),
    difference: t.float({
      description: 'In the unit of the indicator.',
      deprecationReason: 'Ask `value`.',
      resolve: ({ value }) => value,
    }),
  }),
})

builder.objectField(InstitutionRef, 'changes', (t) =>
  t.field({
    type: [ChangeRef],
    description:
      'The largest changes of a year against the year before: first those for the better, then those for the worse, each the largest first, of at most two indicators of a theme. None of a year that is not over, or where of either year less than four in five kinds of record that are due is reported, and none that chance alone could make.',
    args: {
      year: t.arg.int({ description: 'The year each period begins in; `openingYear` where omitted.' }),
      first: t.arg.int({
        description: `How many, half of them for the better and half for the worse, at most ${MOST}; ${USUAL} where omitted.`,
      }),
    },
    // Every indicator over two years, and breakdowns of those that are said.
    complexity: ({ first }, { causeway }) => ({
      field: causeway.indicators.length * 22 + (first ?? USUAL) * 8 * 20,
      multiplier: first ?? USUAL,
    }),
    resolve: async (institution, { year, first }, context) => {
      const causeway = await causewayOf(context, institution.code)
      const asked = year ?? (await readOpeningYear(causeway.database, institution))
      if (asked === null || causeway.nothingReleased) return []
      const most = Math.min(Math.max(first ?? USUAL, 0), MOST)
      const found = await listBiggestChanges(causeway, context.viewer, institution.code, asked, most)
      return found.map((change) => explained(causeway, context.viewer, change))
    },
  }),
)

builder.objectField(SeriesRef, 'change', (t) =>
  t.field({
    type: ChangeRef,
    nullable: true,
    description:
      'What became of the figure of a year since the year before, and what the records give as the reason; null: one of the two has no value or is not of a whole period, both read alike, or the series is broken down.',
    args: {
      year: t.arg.int({
        required: true,
        description: 'The year the period begins in; the series holds it and the one before.',
      }),
    },
    complexity: { field: 8 * 20, multiplier: 1 },
    resolve: async ({ declaration, request, series, asked }, { year }, { viewer }) => {
      const change = series.dimension === null ? changeOf(declaration, request, series, year) : null
      if (!change) return null
      return explained(asked, viewer, change)
    },
  }),
)

/** A change since the year before, with its reason where somebody asks for it. */
function explained(causeway: Causeway, viewer: Viewer, change: YearChange): ShownChange {
  return fromYear(
    causeway,
    change,
    once(async () => {
      const found = await findReason(causeway, viewer, change)
      if (!found) return UNEXPLAINED
      return { reason: found.words, dimension: found.change.dimension, parts: toShownParts(found.change) }
    }),
  )
}

/** Without a reason where nobody can ask for it any more: what it was is over. */
export function fromYear(causeway: Causeway, change: YearChange, why = async () => UNEXPLAINED): ShownChange {
  const { declaration, request, series, before, after, difference, verdict } = change
  const answer = new SeriesAnswer(causeway, declaration, request, series)
  return {
    ...{ declaration, difference, verdict, why },
    before: { figure: before, answer },
    after: { figure: after, answer },
    sentence: changeWords(change),
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => (made ??= make())
}

export function toShownParts({ institution, before, after, parts }: Change): ShownPart[] {
  const ends = before.revision > after.revision ? [before, after] : [after, before]
  const recordsAt = ends.map(({ causeway }) => causeway.moment?.revision)
  return parts.map(({ cause, category, label, value, sentence, records, stayed }) => ({
    ...{ institution, cause, value, sentence, records, recordsAt },
    isNew: stayed === null ? null : cause === 'CAME' && stayed === 0,
    category: category === null ? null : { key: category, label: label! },
  }))
}
