import { kept } from '../../ground/kept.ts'
import { addressOfList, checkRules, listNamed, type Finding } from '../../answers/quality/check-rules.ts'
import { readCompleteness, type TypeQuality, listOwed, type Owed } from '../../answers/quality/completeness.ts'
import {
  readIndicatorQuality,
  type IndicatorOutlier,
  type IndicatorQuality,
  type Uncomputed,
  type MissingRecords,
} from '../../answers/quality/indicator-quality.ts'
import { readSchoolYear, type SchoolYear } from '../../answers/quality/school-year.ts'
import { listStartOffers, offerWords, type StartOffer } from '../../answers/quality/open-starts.ts'
import { describeRecords } from '../../records/describe-record.ts'
import { findRecords, type StoredRecord } from '../../records/list-records.ts'
import { findRecordType } from '../../records/record-types.ts'
import type { Words } from '@causeway/shared/words/words'
import { institutionArgument, momentArguments, ofInstitution } from './asked.ts'
import { builder } from './builder.ts'
import { readInstitution, type GraphContext } from './context.ts'
import { enumOf, GapEnum } from './enums.ts'
import { IndicatorRef } from './indicator.ts'
import { InstitutionRef } from './institution.ts'
import { readTogether } from '../../records/read-together.ts'
import { readFinding, RecordRef } from './record.ts'
import { RecordTypeRef } from './record-type.ts'
import { ReportingStateEnum } from './unreported.ts'

const SeverityEnum = enumOf('Severity', 'What a finding means for figures.', {
  ERROR: 'Figures are wrong or left out',
  WARNING: 'Figures may be wrong',
  HINT: 'Figures are right and could be better',
})

const TypeQualityRef = builder.objectRef<TypeQuality>('RecordTypeQuality').implement({
  description: 'What there is of one record type in a school year, of one unit or of all, and when it came in.',
  fields: (t) => ({
    type: t.given(RecordTypeRef, 'Of what.', 'type'),
    unit: t.maybe('String', 'Code of the unit that owns them; null: all units, and records without one.', 'unit'),
    records: t.given('Int', 'Records that speak for any part of the year.', 'records'),
    state: t.given(
      ReportingStateEnum,
      'Records, nothing, or not known; of a mobility nothing only where it is said of every direction and audience.',
      'state',
    ),
    firstImport: t.maybe(
      'Date',
      'When the first of them, or the zero report, came in; null: nothing did.',
      'firstImport',
    ),
    lastImport: t.maybe('Date', 'When the last of those that stand came in.', 'lastImport'),
    daysAfterEnd: t.maybe(
      'Int',
      "Days from the year's last day to `lastImport`, negative before it; null: nothing came in, or the year is not over.",
      'daysAfterEnd',
    ),
    proved: t.maybe(
      'Int',
      'How many of the records have valid evidence; null: given for all units together.',
      'proved',
    ),
    evidenceShare: t.maybe(
      'Float',
      'In %: how many of the records have valid evidence; null: there are none, or it is given for all units together.',
      ({ proved, records }) => (proved === null || records === 0 ? null : (100 * proved) / records),
    ),
  }),
})

const OwedRef = builder.objectRef<Owed>('Owed').implement({
  description: 'A report that is due: neither records nor a zero report, of what the college, or a unit, reports.',
  fields: (t) => ({
    type: t.given(RecordTypeRef, 'Of what.', 'type'),
    unit: t.maybe('String', 'Code of the unit that owes it; null: the whole college.', 'unit'),
    direction: t.maybe('String', 'Of a mobility where only a part of it is open; null elsewhere.', 'direction'),
    audience: t.maybe('String', 'Of a mobility where only a part of it is open; null elsewhere.', 'audience'),
  }),
})

const StartOfferRef = builder.objectRef<ReadOffer>('StartOffer').implement({
  description: 'The start that a record without one could take from the first record that names it.',
  fields: (t) => ({
    record: t.given(RecordRef, 'Which record.', 'record'),
    start: t.given('Date', 'Its start.', 'offer.start'),
    source: t.given(RecordRef, 'The record that the start is taken from.', 'source'),
    sentence: t.words('Both in words.', ({ offer, called }) => offerWords(offer, called)),
  }),
})

const MOST_OFFERS = 100

interface ReadOffer {
  offer: StartOffer
  record: StoredRecord
  source: StoredRecord
  /** Label of the source. */
  called: Words
}

async function startOffers({ rule, recordType, year }: Finding, { causeway }: GraphContext): Promise<StartOffer[]> {
  if (rule.code !== 'OPEN_START' || recordType === null) return []
  return causeway.database.snapshot((db) => listStartOffers(db, year.institution, recordType))
}

async function readOffers({ causeway: { database } }: GraphContext, offers: StartOffer[]): Promise<ReadOffer[]> {
  const [first] = offers
  if (!first) return []
  const read = async (type: string, keys: string[]) =>
    new Map(
      (await database.snapshot((db) => findRecords(db, database.kind, type, first.institution, keys))).map((one) => [
        one.key,
        one,
      ]),
    )
  const records = await read(
    first.recordType,
    offers.map(({ key }) => key),
  )
  const sources = await read(
    first.source.type,
    offers.map(({ source }) => source.key),
  )
  const found = offers.flatMap((offer) => {
    const [record, source] = [records.get(offer.key), sources.get(offer.source.key)]
    return record && source ? [{ offer, record, source }] : []
  })
  readTogether(found.map(({ record }) => record))
  const described = await describeRecords(database, readTogether(found.map(({ source }) => source)))
  return found.map((one, at) => ({ ...one, called: described[at]!.label }))
}

const FindingRef = builder.objectRef<Finding>('Finding').implement({
  description: 'Something that a rule found in the records, and what to do about it.',
  fields: (t) => ({
    id: t.given('ID', 'Names it for `records(finding:)` and `Quality.finding`, as long as it is found.', 'id'),
    code: t.given('String', 'The rule, for programs.', 'rule.code'),
    severity: t.given(SeverityEnum, 'What it means for figures.', 'rule.severity'),
    type: t.maybe(RecordTypeRef, 'Records of which type; null: none.', ({ recordType }) =>
      recordType === null ? null : (findRecordType(recordType) ?? null),
    ),
    count: t.given('Int', 'How many records.', 'count'),
    message: t.words('What was found.', 'message'),
    instruction: t.words('What to do.', 'rule.instruction'),
    keys: t.given(['String'], 'Natural keys of some of the records.', 'keys'),
    href: t.maybe(
      'String',
      'Address on the page of the list of exactly these records, in no language; null: it counts none.',
      addressOfList,
    ),
    named: t.list(
      RecordRef,
      { times: 3, cost: 20 },
      'The first three of its list, which is sorted by a date where the records have one.',
      async (finding, { causeway }) => readTogether(await listNamed(causeway, finding)),
    ),
    offered: t.given(
      'Int',
      'How many records of the type could take their empty start from the first record that names them: what `takeStarts` takes.',
      async (finding, context) => (await startOffers(finding, context)).length,
    ),
    offers: t.field({
      type: [StartOfferRef],
      description: 'These starts, by the keys of their records.',
      args: { first: t.arg.int({ description: `How many, at most ${MOST_OFFERS}, as where omitted.` }) },
      complexity: ({ first }) => ({ field: 5, multiplier: Math.max(1, Math.min(first ?? MOST_OFFERS, MOST_OFFERS)) }),
      resolve: async (finding, { first }, context) => {
        const offers = (await startOffers(finding, context)).slice(0, Math.max(0, first ?? MOST_OFFERS))
        return readOffers(context, offers.slice(0, MOST_OFFERS))
      },
    }),
  }),
})

const OutlierRef = builder.objectRef<IndicatorOutlier>('Outlier').implement({
  description:
    "A figure far from the institution's own past: more than 3.5 robust standard deviations (median, median absolute deviation) from the median of at least four of the ten years before; where these are all alike, more than half of their value away. Whole counts less than 5 away are none.",
  fields: (t) => ({
    indicator: t.given(IndicatorRef, 'Of what.', 'declaration'),
    value: t.given('Float', 'The figure of the year.', 'value'),
    median: t.given('Float', 'Median of the years before.', 'median'),
    deviations: t.maybe(
      'Float',
      'Robust standard deviations away; null: the years before are all alike.',
      'deviations',
    ),
    years: t.given('Int', 'How many years before have a figure.', 'years'),
  }),
})

const MissingRef = builder.objectRef<MissingRecords>('MissingRecords').implement({
  description: 'Records of which there is neither one nor a zero report.',
  fields: (t) => ({
    type: t.given(RecordTypeRef, 'Of which type.', 'type'),
    label: t.words('The type, and which part of it.', 'words'),
    command: t.words('The command that writes the workbook to fill in, in a language.', 'command'),
  }),
})

const UncomputedRef = builder.objectRef<Uncomputed>('Uncomputed').implement({
  description: 'An indicator that has no number for the year, and what there would have to be.',
  fields: (t) => ({
    indicator: t.given(IndicatorRef, 'Which.', 'declaration'),
    gap: t.given(GapEnum, 'Why it has none.', 'gap'),
    missing: t.list(
      MissingRef,
      2,
      'The records that are missing; none: there are records, and nothing in them to compute it from.',
      'missing',
    ),
  }),
})

const QualityRef = builder.objectRef<SchoolYear>('Quality').implement({
  description: 'How good the records of an institution are in one school year.',
  fields: (t) => ({
    institution: t.given(InstitutionRef, 'Whose records.', ({ institution }, context) =>
      readInstitution(context, institution),
    ),
    year: t.given('Int', 'The year it begins in.', 'year'),
    start: t.given('Date', 'Its first day.', 'start'),
    end: t.given('Date', 'Its last day.', 'end'),
    partial: t.given('Boolean', 'True: the records do not yet speak for all of it.', 'partial'),
    completeness: t.list(
      TypeQualityRef,
      { times: 60, cost: 200 },
      'Completeness, timeliness and evidence by record type and unit.',
      (year, { causeway, viewer }) => readCompleteness(causeway, viewer, year),
    ),
    owed: t.list(
      OwedRef,
      { times: 30, cost: 200 },
      'The reports that are due: first those of the whole college, then by unit, which owes the types that it ever reported.',
      (year, { causeway, viewer }) => listOwed(causeway, viewer, year),
    ),
    findings: t.list(
      FindingRef,
      { times: 20, cost: 200 },
      'What the rules found, the worst first, each with what to do.',
      (year, { causeway }) => checkRules(causeway, year),
    ),
    finding: t.field({
      type: FindingRef,
      nullable: true,
      description: 'One finding by its `id`, of this year or another; null: there is nothing of it any more.',
      args: { id: t.arg.id({ required: true, description: '`id` of the finding.' }) },
      complexity: 200,
      resolve: (year, { id }, { causeway, viewer }) => readFinding(causeway, viewer, year.institution, id),
    }),
    // Every indicator is read over eleven years.
    outliers: t.list(
      OutlierRef,
      { times: 10, cost: 20_000 },
      "Figures of the year far from the institution's own past.",
      async (year, context) => (await indicatorQuality(year, context)).outliers,
    ),
    uncomputed: t.list(
      UncomputedRef,
      { times: 50, cost: 20_000 },
      'Indicators without a number for the year, and which records are missing for them.',
      async (year, context) => (await indicatorQuality(year, context)).uncomputed,
    ),
  }),
})

/** Both lists come of reading every indicator once. */
const read = new WeakMap<SchoolYear, Promise<IndicatorQuality>>()

function indicatorQuality(year: SchoolYear, { causeway, viewer }: GraphContext): Promise<IndicatorQuality> {
  return kept(read, year, () => readIndicatorQuality(causeway, viewer, year))
}

builder.queryFields((t) => ({
  quality: t.field({
    type: QualityRef,
    nullable: true,
    description:
      'How good the records of an institution are in a school year. Needs a token that may read the institution.',
    args: {
      ...institutionArgument,
      ...momentArguments,
      year: t.arg.int({ required: true, description: 'Year the school year begins in.' }),
    },
    complexity: 20,
    resolve: ofInstitution(({ institution, year }, { causeway, viewer }) =>
      readSchoolYear(causeway, viewer, institution, year),
    ),
  }),
}))
