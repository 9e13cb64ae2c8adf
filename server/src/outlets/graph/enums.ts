import type { EnumRef } from '@pothos/core'
import { builder } from './builder.ts'

/** An enum whose values have the same names in programs as in the graph, each with what it means, in their order. */
export function enumOf<Value extends string>(
  name: string,
  description: string,
  meanings: Record<Value, string>,
): EnumRef<typeof builder.$inferSchemaTypes, Value>
export function enumOf(name: string, description: string, meanings: Record<string, string>) {
  const values = Object.entries(meanings).map(([value, meaning]) => [value, { description: meaning }] as const)
  return builder.enumType(name, { description, values: Object.fromEntries(values) })
}

export const LocaleEnum = enumOf('Locale', 'Language of a text.', { ZH: 'Chinese, 中文', EN: 'English' })

export const ThemeEnum = enumOf('Theme', 'The five themes that indicators belong to.', {
  INTRODUCTION: '引进来: foreign standards, courses, teachers, programmes coming in; our own people learning abroad',
  EXPORT: '走出去: foreign learners here, our teachers and standards at work abroad',
  STANDARDS: '标准: own standards and their adoption',
  PLATFORMS: '平台: consortia, centres, parks, workshops and the partners in them',
  SKILLS: '技能: certificates, competitions, results, employment',
})

export const BasisEnum = enumOf(
  'Basis',
  'What one period of a series is. The `year` of a period is the year it begins in.',
  {
    SCHOOL_YEAR: "Begins on the institution's school year start (1 September unless it says otherwise)",
    CALENDAR_YEAR: '1 January to 31 December',
    POINT_IN_TIME: 'One day of the year, `at` (1 September where omitted)',
    COHORT: 'Those who graduated in the school year',
  },
)

export const ScopeEnum = enumOf('Scope', 'Which countries count as foreign.', {
  ABROAD: "国外: outside the institution's country; for China, Hong Kong, Macao and Taiwan are not abroad",
  BORDER: '国（境）外: as ABROAD, with Hong Kong, Macao and Taiwan',
})

export const IndicatorKindEnum = enumOf('IndicatorKind', 'How a figure behaves over time.', {
  STOCK: 'A state on a day; on a longer basis the state on its last day',
  FLOW: 'What happened in the period',
  CUMULATIVE: 'All up to the end of the period',
  RATIO: 'A numerator over a denominator',
  MEAN: 'An average, or a median, over what was measured',
})

export const GapEnum = enumOf('Gap', 'Why a figure has no number. Zero is a number and no gap.', {
  NO_RECORDS: 'No records speak for the period: not known, which is not zero',
  NOT_APPLICABLE: 'The question has no answer here, as a rate over nobody',
  SUPPRESSED: 'Hidden, so that no person can be made out',
})

export const ProfileEnum = enumOf(
  'Profile',
  'How much of a figure is shown. Omitted: EXACT for one who may read it, else PUBLIC. Asked for without the right it is refused.',
  {
    EXACT: 'Every figure as counted; needs a token for the institution',
    PUBLIC: 'Small numbers of persons are hidden',
  },
)

export const DirectionEnum = enumOf('Direction', 'Which way of an indicator is the better one.', {
  HIGHER: 'More is better',
  LOWER: 'Less is better',
})

export const PartEnum = enumOf('Part', 'Which side of a figure.', {
  NUMERATOR: 'What was counted, or is above the line',
  DENOMINATOR: 'What it was divided by',
  LEFT_OUT: 'What the scope could not place, since its country is unknown',
})

export const ConfidenceEnum = enumOf('Confidence', 'How sure we are of the wording of an official line.', {
  VERIFIED: 'Seen at the original publisher',
  MIRROR: 'Seen on a mirror or a re-post',
  CODE: 'Seen in public source code or data dictionaries',
  GENERAL: 'General knowledge, exact wording unproven',
})
