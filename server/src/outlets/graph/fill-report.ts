import type { InputFieldBuilder } from '@pothos/core'
import { removeReport, type KeptReport } from '../../desk/evidence/kept-reports.ts'
import type { AskedFigure } from '../reports/kept/check-template.ts'
import type { RefreshedReport } from '../reports/kept/refresh-report.ts'
import type { UnboundNumber } from '../reports/kept/unbound.ts'
import {
  checkForDesk,
  fillForDesk,
  refreshForDesk,
  verifyForDesk,
  type FilledReport,
  type FillOrder,
  type LookedReport,
  type MadeReport,
} from '../reports/report-desk.ts'
import type { UnknownTag } from '../reports/tag-tree.ts'
import { builder } from './builder.ts'
import { LocaleEnum } from './enums.ts'
import { say } from './fields.ts'
import { mutation } from './mutation.ts'
import { ReportFigureRef, ReportRef } from './reports.ts'

const UnknownTagRef = builder.objectRef<UnknownTag>('UnknownTag').implement({
  description: 'A tag of a template that cannot be understood.',
  fields: (t) => ({
    tag: t.given('String', 'As it is written.', 'tag'),
    place: t.words('Where it is, as a writer looks for it.', 'place'),
    problem: t.words('What is wrong with it.', 'problem'),
  }),
})

const AskedFigureRef = builder.objectRef<AskedFigure>('AskedFigure').implement({
  description: 'What a template asks at one place.',
  fields: (t) => ({
    place: t.words('Where it is.', 'place'),
    question: t.given('String', 'The tag.', 'question'),
    text: t.given('String', 'As it will read.', 'figure.text'),
    period: t.given('String', 'Of which period.', ({ figure }) => figure.period.label),
    hasNumber: t.given('Boolean', 'False: it reads as why there is none.', ({ figure }) => figure.gap === null),
    isHidden: t.given(
      'Boolean',
      'True: there are too few people to show it.',
      ({ figure }) => figure.gap === 'SUPPRESSED',
    ),
    remark: t.maybeWords(
      'What its paragraph leaves unsaid: another basis or scope than the figures beside it.',
      'remark',
    ),
    isPartial: t.given(
      'Boolean',
      'True: the period is not over by the data date.',
      ({ figure }) => figure.period.partial,
    ),
  }),
})

/** What is had beside a document. */
const beside = (t: InputFieldBuilder<typeof builder.$inferSchemaTypes, 'InputObject'>) => ({
  pdf: t.boolean({
    description: 'True: a PDF too, tagged and by PDF/UA. Refused with NO_OFFICE where LibreOffice is not installed.',
  }),
  progress: t.id({ description: 'A name of your choice, by which `reportProgress` says meanwhile how far it is.' }),
})

interface Filled {
  made: FilledReport | null
  asked: AskedFigure[]
  unknown: UnknownTag[]
}

const ReportFilledRef = builder.objectRef<Filled>('ReportFilled').implement({
  description: 'The template was filled, or looked at.',
  fields: (t) => ({
    report: t.maybe(ReportRef, 'What is kept; null: it was not to be kept.', ({ made }) => made?.kept ?? null),
    document: t.maybe(
      'String',
      'The document, base64; null: it was looked at alone.',
      ({ made }) => made?.body.toString('base64') ?? null,
    ),
    fileName: t.maybe('String', 'What it is called.', ({ made }) => made?.fileName ?? null),
    pdf: t.maybe(
      'String',
      'The document as a PDF, base64; null: it was not asked for.',
      ({ made }) => made?.pdf?.toString('base64') ?? null,
    ),
    figures: t.given('Int', 'How many figures it has.', ({ made, asked }) => made?.figures ?? asked.length),
    gaps: t.given(
      'Int',
      'How many of them have no number.',
      ({ made, asked }) => made?.gaps ?? asked.filter(({ figure }) => figure.gap !== null).length,
    ),
    asked: t.list(AskedFigureRef, 40, 'What it asks, place by place; empty where it was filled.', 'asked'),
    unknown: t.list(UnknownTagRef, 10, 'Tags that cannot be understood; each is marked in the document.', 'unknown'),
  }),
})

mutation('fillReport', {
  right: 'exact',
  description:
    'Fills a Word template with the figures of one school year, all of one revision. To keep it takes the right to keep reports.',
  done: ReportFilledRef,
  answers:
    'Filled, or refused with TEMPLATE_UNSAFE, TEMPLATE_BROKEN, UNKNOWN_TEMPLATE, PARTNER_NEEDED, NO_OFFICE and the like.',
  input: {
    asks: 'The template, and what to fill it with.',
    description: 'A template: one that ships, or a file; of the two the file.',
    fields: (t) => ({
      institution: t.id({ required: true, description: 'Code of the institution.' }),
      template: t.id({ description: '`name` of one that ships.' }),
      file: t.field({ type: 'Upload', description: 'A .docx with tags.' }),
      year: t.int({ required: true, description: 'The year that the school year begins in.' }),
      language: t.field({ type: LocaleEnum, required: true, description: 'Of the report.' }),
      release: t.id({ description: 'Its figures, by name or id; what is live where omitted.' }),
      partner: t.id({
        description: 'Code of the partner that it is about; the enterprise with most records where omitted.',
      }),
      checkOnly: t.boolean({ description: 'True: nothing is filled; `asked` says what the template asks and lacks.' }),
      keepAs: t.string({ description: 'Keep it under this title, at most 200 characters; not kept where omitted.' }),
      ...beside(t),
    }),
  },
  complexity: 2000,
  make: async ({ language, checkOnly, ...input }, { causeway, viewer, uploads }): Promise<Filled> => {
    const order: FillOrder = { ...input, locale: language }
    if (checkOnly === true) {
      const { figures, unknown } = await checkForDesk(causeway, viewer, uploads, order)
      return { made: null, asked: figures, unknown }
    }
    const made = await fillForDesk(causeway, viewer, uploads, order)
    return { made, asked: [], unknown: made.unknown }
  },
})

const UnboundRef = builder.objectRef<Omit<UnboundNumber, 'at'>>('UnboundNumber').implement({
  description: 'A number that was typed by hand, which figures of the report have too, or almost.',
  fields: (t) => ({
    place: t.words('Where it is.', 'place'),
    text: t.given('String', 'As it is in the text.', 'text'),
    isEqual: t.given('Boolean', 'False: it is nearly the same.', 'isEqual'),
    isStale: t.given('Boolean', 'True: the report was filled with it, and the data say another number now.', 'isStale'),
    questions: t.given(['String'], 'The tags that it may be of.', ({ figures }) =>
      figures.map(({ question }) => question),
    ),
  }),
})

const ReportVerifiedRef = builder.objectRef<LookedReport>('ReportVerified').implement({
  description: 'A finished report was looked at.',
  fields: (t) => ({
    year: t.given('Int', 'The year that its school year begins in.', 'facts.year'),
    release: t.maybe('String', 'The release that it is of; null: of what was live.', 'facts.release'),
    figures: t.list(ReportFigureRef, 40, 'Its figures, each with what the data say now.', 'figures'),
    unbound: t.list(UnboundRef, 10, 'Numbers of the text that are bound to no figure.', 'unbound'),
  }),
})

/** Which report is looked at. */
const finishedReport = (t: InputFieldBuilder<typeof builder.$inferSchemaTypes, 'InputObject'>) => ({
  institution: t.id({ required: true, description: 'Code of the institution.' }),
  report: t.id({ description: '`id` of one that is kept.' }),
  file: t.field({ type: 'Upload', description: 'A .docx that was filled here.' }),
})

mutation('verifyReport', {
  right: 'exact',
  description: 'Looks at a finished report; changes nothing.',
  done: ReportVerifiedRef,
  answers: 'Looked at, or refused with REPORT_UNKNOWN, OTHER_REPORT and the like.',
  input: {
    asks: 'The report.',
    description: 'A report: one that is kept, or a file; of the two the file.',
    fields: (t) => ({
      ...finishedReport(t),
      release: t.id({ description: 'Held against a release; against what is live where omitted.' }),
    }),
  },
  complexity: 2000,
  make: (input, { causeway, viewer, uploads }) => verifyForDesk(causeway, viewer, uploads, input),
})

const ReportRefreshedRef = builder
  .objectRef<MadeReport & Pick<RefreshedReport, 'figures' | 'said'>>('ReportRefreshed')
  .implement({
    description: 'The same document with the figures of now, and what its writer wrote.',
    fields: (t) => ({
      report: t.maybe(ReportRef, 'What is kept; null: it was not to be kept.', 'kept'),
      document: t.given('String', 'The document, base64.', ({ body }) => body.toString('base64')),
      fileName: t.given('String', 'What it is called.', 'fileName'),
      pdf: t.maybe(
        'String',
        'The document as a PDF, base64; null: it was not asked for.',
        ({ pdf }) => pdf?.toString('base64') ?? null,
      ),
      figures: t.list(ReportFigureRef, 40, 'What became of each figure.', 'figures'),
      said: t.field({
        type: ['String'],
        description: 'What became of loops and conditions.',
        args: { locale: t.arg({ type: LocaleEnum, description: 'English where omitted.' }) },
        resolve: ({ said }, { locale }) => said.map((words) => say(words, locale)),
      }),
    }),
  })

mutation('refreshReport', {
  right: 'exact',
  description:
    'Writes the figures of now into a finished report and keeps what a person wrote. To keep the document takes the right to keep reports.',
  done: ReportRefreshedRef,
  answers: 'Refreshed, or refused with FIGURES_LOST, REPORT_UNKNOWN and the like.',
  input: {
    asks: 'The report.',
    description: 'A report: one that is kept, or a file; of the two the file.',
    fields: (t) => ({
      ...finishedReport(t),
      release: t.id({ description: 'With the figures of a release; with what is live where omitted.' }),
      take: t.boolean({ description: 'True: what was edited, hidden or gone is written over too.' }),
      tracked: t.boolean({ description: 'True: as tracked changes.' }),
      keepAs: t.string({ description: 'Keep it under this title; not kept where omitted.' }),
      ...beside(t),
    }),
  },
  complexity: 2000,
  make: ({ take, tracked, ...input }, { causeway, viewer, uploads }) =>
    refreshForDesk(causeway, viewer, uploads, { ...input, take: take === true, tracked: tracked === true }),
})

const ReportRemovedRef = builder.objectRef<KeptReport>('ReportRemoved').implement({
  description: 'The report is no longer kept.',
  fields: (t) => ({ title: t.given('String', 'What it was called.', 'title') }),
})

mutation('removeReport', {
  right: 'reports',
  description: 'Takes a kept report out.',
  done: ReportRemovedRef,
  answers: 'Removed, or refused with UNKNOWN_REPORT.',
  input: {
    asks: 'The report.',
    description: 'A report that is kept.',
    fields: (t) => ({
      institution: t.id({ required: true, description: 'Code of the institution.' }),
      report: t.id({ required: true, description: 'Its `id`.' }),
    }),
  },
  complexity: 100,
  make: ({ institution, report }, { causeway, viewer }) => removeReport(causeway, viewer, institution, report),
})
