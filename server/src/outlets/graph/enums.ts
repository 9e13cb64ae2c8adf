import { builder } from './builder.ts'

export const LocaleEnum = builder.enumType('Locale', {
  description: 'Language of a text.',
  values: { ZH: { description: 'Chinese, 中文' }, EN: { description: 'English' } } as const,
})

export const ThemeEnum = builder.enumType('Theme', {
  description: 'The five themes that indicators belong to.',
  values: {
    INTRODUCTION: {
      description: '引进来: foreign standards, courses, teachers, programmes coming in; our own people learning abroad',
    },
    EXPORT: { description: '走出去: foreign learners here, our teachers and standards at work abroad' },
    STANDARDS: { description: '标准: own standards and their adoption' },
    PLATFORMS: { description: '平台: consortia, centres, parks, workshops and the partners in them' },
    SKILLS: { description: '技能: certificates, competitions, results, employment' },
  } as const,
})

export const BasisEnum = builder.enumType('Basis', {
  description: 'What one period of a series is. The `year` of a period is the year it begins in.',
  values: {
    SCHOOL_YEAR: {
      description: "Begins on the institution's school year start (1 September unless it says otherwise)",
    },
    CALENDAR_YEAR: { description: '1 January to 31 December' },
    POINT_IN_TIME: { description: 'One day of the year, `at` (1 September where omitted)' },
    COHORT: { description: 'Those who graduated in the school year' },
  } as const,
})

export const ScopeEnum = builder.enumType('Scope', {
  description: 'Which countries count as foreign.',
  values: {
    ABROAD: {
      description: "国外: outside the institution's country; for China, Hong Kong, Macao and Taiwan are not abroad",
    },
    BORDER: { description: '国（境）外: as ABROAD, with Hong Kong, Macao and Taiwan' },
  } as const,
})

export const IndicatorKindEnum = builder.enumType('IndicatorKind', {
  description: 'How a figure behaves over time.',
  values: {
    STOCK: { description: 'A state on a day; on a longer basis the state on its last day' },
    FLOW: { description: 'What happened in the period' },
    CUMULATIVE: { description: 'All up to the end of the period' },
    RATIO: { description: 'A numerator over a denominator' },
    MEAN: { description: 'An average, or a median, over what was measured' },
  } as const,
})

export const GapEnum = builder.enumType('Gap', {
  description: 'Why a figure has no number. Zero is a number and no gap.',
  values: {
    NO_RECORDS: { description: 'No records speak for the period: not known, which is not zero' },
    NOT_APPLICABLE: { description: 'The question has no answer here, as a rate over nobody' },
    SUPPRESSED: { description: 'Hidden, so that no person can be made out' },
  } as const,
})

export const ProfileEnum = builder.enumType('Profile', {
  description:
    'How much of a figure is shown. Omitted: EXACT for one who may read it, else PUBLIC. Asked for without the right it is refused.',
  values: {
    EXACT: { description: 'Every figure as counted; needs a token for the institution' },
    PUBLIC: { description: 'Small numbers of persons are hidden' },
  } as const,
})

export const DirectionEnum = builder.enumType('Direction', {
  description: 'Which way of an indicator is the better one.',
  values: { HIGHER: { description: 'More is better' }, LOWER: { description: 'Less is better' } } as const,
})

export const PartEnum = builder.enumType('Part', {
  description: 'Which side of a figure.',
  values: {
    NUMERATOR: { description: 'What was counted, or is above the line' },
    DENOMINATOR: { description: 'What it was divided by' },
    LEFT_OUT: { description: 'What the scope could not place, since its country is unknown' },
  } as const,
})

export const ConfidenceEnum = builder.enumType('Confidence', {
  description: 'How sure we are of the wording of an official line.',
  values: {
    VERIFIED: { description: 'Seen at the original publisher' },
    MIRROR: { description: 'Seen on a mirror or a re-post' },
    CODE: { description: 'Seen in public source code or data dictionaries' },
    GENERAL: { description: 'General knowledge, exact wording unproven' },
  } as const,
})
