import { checkRules, type Finding } from '../../answers/quality/check-rules.ts'
import { readCompleteness, type TypeQuality } from '../../answers/quality/completeness.ts'
import {
  readIndicatorQuality,
  type IndicatorOutlier,
  type IndicatorQuality,
  type Uncomputed,
} from '../../answers/quality/indicator-quality.ts'
import type { MissingRecords } from '../../answers/quality/missing-records.ts'
import { listOwed, type Owed } from '../../answers/quality/owed.ts'
import { SEVERITIES } from '../../answers/quality/rule.ts'
import { readSchoolYear, type SchoolYear } from '../../answers/quality/school-year.ts'
import { findRecordType } from '../../records/record-types.ts'
import { builder } from './builder.ts'
import { readInstitution } from './context.ts'
import { GapEnum } from './enums.ts'
import { IndicatorRef } from './indicator.ts'
import { InstitutionRef } from './institution.ts'
import { localeArgument, say } from './locale-argument.ts'
import { RecordTypeRef } from './record-type.ts'
import { ReportingStateEnum } from './unreported.ts'

const SEVERITY_WORDS = {
  ERROR: 'Figures are wrong or left out',
  WARNING: 'Figures may be wrong',
  HINT: 'Figures are right and could be better',
} as const
const SeverityEnum = builder.enumType('Severity', {
  description: 'What a finding means for figures.',
  values: Object.fromEntries(SEVERITIES.map((it) => [it, { description: SEVERITY_WORDS[it] }])) as Record<
    (typeof SEVERITIES)[number],
    { description: string }
  >,
})

const TypeQualityRef = builder.objectRef<TypeQuality>('RecordTypeQuality')
TypeQualityRef.implement({
  description: 'What there is of one record type in a school year, of one unit or of all, and when it came in.',
  fields: (t) => ({
    type: t.field({ type: RecordTypeRef, description: 'Of what.', resolve: ({ type }) => type }),
    unit: t.exposeString('unit', {
      nullable: true,
      description: 'Code of the unit that owns them; null: all units, and records without one.',
    }),
    records: t.exposeInt('records', { description: 'Records that speak for any part of the year.' }),
    state: t.expose('state', {
      type: ReportingStateEnum,
      description:
        'Records, nothing, or not known; of a mobility nothing only where it is said of every direction and audience.',
    }),
    firstImport: t.expose('firstImport', {
      type: 'Date',
      nullable: true,
      description: 'When the first of them, or the zero report, came in; null: nothing did.',
    }),
    lastImport: t.expose('lastImport', {
      type: 'Date',
      nullable: true,
      description: 'When the last of those that stand came in.',
    }),
    daysAfterEnd: t.exposeInt('daysAfterEnd', {
      nullable: true,
      description:
        "Days from the year's last day to `lastImport`, negative before it; null: nothing came in, or the year is not over.",
    }),
    proved: t.exposeInt('proved', {
      nullable: true,
      description: 'How many of the records have valid evidence; null: told for all units together.',
    }),
    evidenceShare: t.float({
      nullable: true,
      description:
        'In %: how many of the records have valid evidence; null: there are none, or it is told for all units together.',
      resolve: ({ proved, records }) => (proved === null || records === 0 ? null : (100 * proved) / records),
    }),
  }),
})

const OwedRef = builder.objectRef<Owed>('Owed')
OwedRef.implement({
  description: 'A report that is due: neither records nor a zero report, of what the college, or a unit, reports.',
  fields: (t) => ({
    type: t.field({ type: RecordTypeRef, description: 'Of what.', resolve: ({ type }) => type }),
    unit: t.exposeString('unit', {
      nullable: true,
      description: 'Code of the unit that owes it; null: the whole college.',
    }),
    direction: t.exposeString('direction', {
      nullable: true,
      description: 'Of a mobility where only a part of it is open; null elsewhere.',
    }),
    audience: t.exposeString('audience', {
      nullable: true,
      description: 'Of a mobility where only a part of it is open; null elsewhere.',
    }),
  }),
})

const FindingRef = builder.objectRef<Finding>('Finding')
FindingRef.implement({
  description: 'Something that a rule found in the records, and what to do about it.',
  fields: (t) => ({
    code: t.string({ description: 'The rule, for programs.', resolve: ({ rule }) => rule.code }),
    severity: t.field({
      type: SeverityEnum,
      description: 'What it means for figures.',
      resolve: ({ rule }) => rule.severity,
    }),
    type: t.field({
      type: RecordTypeRef,
      nullable: true,
      description: 'Records of which type; null: none.',
      resolve: ({ recordType }) => (recordType === null ? null : (findRecordType(recordType) ?? null)),
    }),
    count: t.exposeInt('count', { description: 'How many records.' }),
    message: t.string({
      description: 'What was found.',
      args: localeArgument,
      resolve: ({ message }, { locale }) => say(message, locale),
    }),
    instruction: t.string({
      description: 'What to do.',
      args: localeArgument,
      resolve: ({ rule }, { locale }) => say(rule.instruction, locale),
    }),
    keys: t.exposeStringList('keys', { description: 'Natural keys of some of the records.' }),
  }),
})

const OutlierRef = builder.objectRef<IndicatorOutlier>('Outlier')
OutlierRef.implement({
  description:
    "A figure far from the institution's own past: more than 3.5 robust standard deviations (median, median absolute deviation) from the median of at least four of the ten years before; where these are all alike, more than half of their value away. Whole counts less than 5 away are none.",
  fields: (t) => ({
    indicator: t.field({ type: IndicatorRef, description: 'Of what.', resolve: ({ declaration }) => declaration }),
    value: t.exposeFloat('value', { description: 'The figure of the year.' }),
    median: t.exposeFloat('median', { description: 'Median of the years before.' }),
    deviations: t.exposeFloat('deviations', {
      nullable: true,
      description: 'Robust standard deviations away; null: the years before are all alike.',
    }),
    years: t.exposeInt('years', { description: 'How many years before have a figure.' }),
  }),
})

const MissingRef = builder.objectRef<MissingRecords>('MissingRecords')
MissingRef.implement({
  description: 'Records of which there is neither one nor a zero report.',
  fields: (t) => ({
    type: t.field({ type: RecordTypeRef, description: 'Of which type.', resolve: ({ type }) => type }),
    label: t.string({
      description: 'The type, and which part of it.',
      args: localeArgument,
      resolve: ({ words }, { locale }) => say(words, locale),
    }),
    command: t.string({
      description: 'The command that writes the workbook to fill in, in a language.',
      args: localeArgument,
      resolve: ({ command }, { locale }) => say(command, locale),
    }),
  }),
})

const UncomputedRef = builder.objectRef<Uncomputed>('Uncomputed')
UncomputedRef.implement({
  description: 'An indicator that has no number for the year, and what there would have to be.',
  fields: (t) => ({
    indicator: t.field({ type: IndicatorRef, description: 'Which.', resolve: ({ declaration }) => declaration }),
    gap: t.expose('gap', { type: GapEnum, description: 'Why it has none.' }),
    missing: t.field({
      type: [MissingRef],
      description: 'The records that are missing; none: there are records, and nothing in them to compute it from.',
      complexity: { field: 1, multiplier: 2 },
      resolve: ({ missing }) => missing,
    }),
  }),
})

const QualityRef = builder.objectRef<SchoolYear>('Quality')
QualityRef.implement({
  description: 'How good the records of an institution are in one school year.',
  fields: (t) => ({
    institution: t.field({
      type: InstitutionRef,
      description: 'Whose records.',
      resolve: ({ institution }, _args, context) => readInstitution(context, institution),
    }),
    year: t.exposeInt('year', { description: 'The year it begins in.' }),
    start: t.expose('start', { type: 'Date', description: 'Its first day.' }),
    end: t.expose('end', { type: 'Date', description: 'Its last day.' }),
    partial: t.exposeBoolean('partial', { description: 'True: the records do not yet speak for all of it.' }),
    completeness: t.field({
      type: [TypeQualityRef],
      description: 'Completeness, timeliness and evidence by record type and unit.',
      complexity: { field: 200, multiplier: 60 },
      resolve: (year, _args, { causeway, viewer }) => readCompleteness(causeway, viewer, year),
    }),
    owed: t.field({
      type: [OwedRef],
      description:
        'The reports that are due: first those of the whole college, then by unit, which owes the types that it ever reported.',
      complexity: { field: 200, multiplier: 30 },
      resolve: (year, _args, { causeway, viewer }) => listOwed(causeway, viewer, year),
    }),
    findings: t.field({
      type: [FindingRef],
      description: 'What the rules found, the worst first, each with what to do.',
      complexity: { field: 200, multiplier: 20 },
      resolve: (year, _args, { causeway }) => checkRules(causeway, year),
    }),
    outliers: t.field({
      type: [OutlierRef],
      description: "Figures of the year far from the institution's own past.",
      // Every indicator is read over eleven years.
      complexity: { field: 20_000, multiplier: 10 },
      resolve: async (year, _args, { causeway, viewer }) =>
        (await indicatorQuality(year, () => readIndicatorQuality(causeway, viewer, year))).outliers,
    }),
    uncomputed: t.field({
      type: [UncomputedRef],
      description: 'Indicators without a number for the year, and which records are missing for them.',
      complexity: { field: 20_000, multiplier: 50 },
      resolve: async (year, _args, { causeway, viewer }) =>
        (await indicatorQuality(year, () => readIndicatorQuality(causeway, viewer, year))).uncomputed,
    }),
  }),
})

/** Both lists come of reading every indicator once. */
const read = new WeakMap<SchoolYear, Promise<IndicatorQuality>>()

function indicatorQuality(year: SchoolYear, make: () => Promise<IndicatorQuality>): Promise<IndicatorQuality> {
  const known = read.get(year) ?? make()
  read.set(year, known)
  return known
}

builder.queryFields((t) => ({
  quality: t.field({
    type: QualityRef,
    nullable: true,
    description:
      'How good the records of an institution are in a school year. Needs a token that may read the institution.',
    args: {
      institution: t.arg.id({ required: true, description: 'Code of the institution.' }),
      year: t.arg.int({ required: true, description: 'Year the school year begins in.' }),
    },
    complexity: 20,
    resolve: (_root, { institution, year }, { causeway, viewer, reads }) => {
      reads.institutions.add(institution)
      return readSchoolYear(causeway, viewer, institution, year)
    },
  }),
}))
