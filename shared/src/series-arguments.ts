import { BASES, FIRST_YEAR, LAST_YEAR } from './period.ts'
import { PROFILES, SCOPES, type DimensionFilter } from './series.ts'
import type { Words } from './words/words.ts'

/** What an argument is, and so how each outlet writes and reads it. */
export type ArgumentKind = 'code' | 'choice' | 'day' | 'year' | 'version' | 'release' | 'time' | 'dimension' | 'filter'

export interface ArgumentDeclaration {
  kind: ArgumentKind
  /** What it says, and what holds where it is left out. */
  words: Words
  /** What of it may be asked without a token; left out: all of it. */
  unsigned?: string
  /** As an address writes one. */
  example: string
  /** Of a choice. */
  values?: readonly string[]
  /** It has no default that holds everywhere. */
  needed?: true
  /** The address of a page has it, and so has that of the chart on it. */
  onPages?: true
  /** False: a tag of a report cannot say it. */
  inTags?: false
}

/**
 * What can be asked of one indicator, in the order in which help and documentation list it. GraphQL, addresses, the command line and
 * the tags of reports take these and no others; what an argument does is in `figures/check-request.ts`.
 */
export const SERIES_ARGUMENTS = {
  institution: {
    kind: 'code',
    words: { zh: '院校代码', en: 'Code of the institution.' },
    example: 'demo',
    needed: true,
    onPages: true,
    // A report is of one institution.
    inTags: false,
  },
  basis: {
    kind: 'choice',
    words: {
      zh: '统计时段，须为指标的 bases 之一；不写为第一个',
      en: "One of the indicator's `bases`; the first where omitted.",
    },
    example: 'school_year',
    values: BASES,
    onPages: true,
  },
  at: {
    kind: 'day',
    words: {
      zh: '时点的月日（MM-DD）；不写为 09-01',
      en: 'MM-DD: the day of a point in time; 09-01 where omitted.',
    },
    unsigned: 'Another day than that needs a token.',
    example: '12-31',
    onPages: true,
  },
  scope: {
    kind: 'choice',
    words: {
      zh: '统计范围：国外或国（境）外；不写为指标自己的范围',
      en: "Which countries count as foreign; the indicator's own where omitted.",
    },
    example: 'border',
    values: SCOPES,
    onPages: true,
  },
  from: {
    kind: 'year',
    words: {
      zh: `首个时段开始的年份，${FIRST_YEAR} 至 ${LAST_YEAR}`,
      en: `Year the first period begins in, ${FIRST_YEAR} to ${LAST_YEAR}.`,
    },
    example: '2020',
    needed: true,
    onPages: true,
    // A tag says its year by how far it is from that of the report.
    inTags: false,
  },
  to: {
    kind: 'year',
    words: {
      zh: `最后时段开始的年份，${FIRST_YEAR} 至 ${LAST_YEAR}`,
      en: `Year the last period begins in, ${FIRST_YEAR} to ${LAST_YEAR}.`,
    },
    example: '2023',
    needed: true,
    onPages: true,
    inTags: false,
  },
  by: {
    kind: 'dimension',
    words: { zh: '按此维度分列', en: 'Dimension to break the figures down by.' },
    unsigned: "Without a token on the indicator's first basis and in its own scope alone.",
    example: 'country',
    onPages: true,
  },
  across: {
    kind: 'dimension',
    words: { zh: '再按第二个维度分列', en: 'Second dimension to break them down by.' },
    unsigned: 'Needs a token.',
    example: 'level',
    onPages: true,
    // A loop of a template runs over one dimension.
    inTags: false,
  },
  filter: {
    kind: 'filter',
    words: { zh: '只计某一维度的某些类别', en: 'Records to count.' },
    unsigned: 'Without a token one value of one dimension, where `by` may be asked, and no `by` beside it.',
    example: 'country:VN,LA',
    onPages: true,
  },
  cumulativeFrom: {
    kind: 'year',
    words: { zh: '自此年时段开始累计', en: 'Count everything since this year began.' },
    unsigned: 'Needs a token.',
    example: '2019',
  },
  definitionVersion: {
    kind: 'version',
    words: {
      zh: '指标定义的版本，须为指标的 versions 之一；不写为现行版',
      en: "One of the indicator's `versions`; the one that holds now where omitted.",
    },
    unsigned: 'Another needs a token.',
    example: '1',
  },
  release: {
    kind: 'release',
    words: {
      zh: '某版定稿的名称或标识，或 live（动态数据）；不写则有令牌者为动态数据',
      en: 'A release by name or id, or `live`, which is what one with a token is answered where omitted.',
    },
    unsigned: 'Without a token one that is published.',
    example: '2024',
    // A report is of one release.
    inTags: false,
  },
  asOf: {
    kind: 'time',
    words: {
      zh: '按此时已有的台账与当时的定义作答：2024-12-31、2024-12-31T17:00（按 CAUSEWAY_TIME_ZONE）或带时差的时间；不写为现有数据',
      en: 'As the records were then, by the definitions of then: 2024-12-31, 2024-12-31T17:00 (by CAUSEWAY_TIME_ZONE) or a time with an offset; what is live where omitted.',
    },
    unsigned: 'Without a token the release that was current then.',
    example: '2024-12-31',
    // A report is of one time.
    inTags: false,
  },
  profile: {
    kind: 'choice',
    words: {
      zh: '显示多少；不写为提问者有权看到的全部',
      en: 'How much to show; as much as the asker may see where omitted.',
    },
    example: 'public',
    values: PROFILES,
    // A report shows what the one who writes it may see.
    inTags: false,
  },
} as const satisfies Record<string, ArgumentDeclaration>

type Declared = typeof SERIES_ARGUMENTS
export type SeriesArgument = keyof Declared
export type ChoiceArgument = {
  [Name in SeriesArgument]: Declared[Name]['kind'] extends 'choice' ? Name : never
}[SeriesArgument]

/** What the argument is in a question. Values of one dimension of a filter are ORed, dimensions ANDed. */
export type ArgumentValue<Name extends SeriesArgument> = Declared[Name] extends { values: readonly (infer Value)[] }
  ? Value
  : Declared[Name]['kind'] extends 'year' | 'version'
    ? number
    : Declared[Name]['kind'] extends 'filter'
      ? DimensionFilter[]
      : string

type Needed = { [Name in SeriesArgument]: Declared[Name] extends { needed: true } ? Name : never }[SeriesArgument]

/** What is asked of one indicator, by id or code; null is as good as left out. */
export type SeriesRequest = { indicator: string } & { [Name in Needed]: ArgumentValue<Name> } & {
  [Name in Exclude<SeriesArgument, Needed>]?: ArgumentValue<Name> | null
}

export const SERIES_ARGUMENT_NAMES = Object.keys(SERIES_ARGUMENTS) as SeriesArgument[]

export function argumentOf(name: SeriesArgument): ArgumentDeclaration {
  return SERIES_ARGUMENTS[name]
}

/** A filter as text: the dimension, a sign, and its categories after commas; null: it is written otherwise. */
export function parseFilter(text: string, sign: ':' | '='): DimensionFilter | null {
  const at = text.indexOf(sign)
  const keys = text
    .slice(at + 1)
    .split(',')
    .map((key) => key.trim())
    .filter(Boolean)
  return at < 1 || keys.length === 0 ? null : { dimension: text.slice(0, at).trim(), in: keys }
}
