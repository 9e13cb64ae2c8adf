import { inBoth, type Words } from '@causeway/shared/words/words'
import { describeToken } from '../../access/tokens.ts'
import { listReports, readReport, type KeptReport } from '../../desk/evidence/kept-reports.ts'
import type { ListedFigure } from '../reports/kept/verify-report.ts'
import { hasOffice } from '../reports/pdf.ts'
import { progressOf, reportsBefore } from '../../desk/progress.ts'
import { listTemplates, lookAtKept } from '../reports/report-desk.ts'
import WORDS from '../reports/words.json' with { type: 'json' }
import { institutionArgument } from './asked.ts'
import { MadeByRef } from './batch.ts'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'

const ReportStateEnum = enumOf('ReportFigureState', 'How a figure of a report is to what the data say now.', {
  SAME: 'The document has what the data say',
  MOVED: 'It is as it was filled, and the data say another thing now',
  EDITED: 'A person typed another text, or moved it beside another name',
  HIDDEN: 'It had a number that is a small group now',
  GONE: 'Its control was deleted, or the data have no number for it any more',
})

type Listed = ListedFigure & { outcome?: string }

export const ReportFigureRef = builder.objectRef<Listed>('ReportFigure').implement({
  description: 'One figure at one place of a Word report.',
  fields: (t) => ({
    place: t.words('Where it is, as a writer looks for it.', 'place'),
    question: t.given('String', 'The tag that asked for it.', 'question'),
    locked: t.maybe('String', 'As it was filled; null: not known.', 'locked'),
    inDocument: t.maybe('String', 'As it is in the document; null: it is not there.', 'inDocument'),
    today: t.maybe('String', 'As the data have it now; null: they have none.', 'today'),
    state: t.given(ReportStateEnum, 'How these are to each other.', ({ state }) => state.toUpperCase() as 'SAME'),
    remark: t.maybeWords('What a reader has to know beside the state.', 'remark'),
    cause: t.maybeWords('Why it moved; null: it has not, or that is not known.', 'cause'),
    outcome: t.maybe(
      'String',
      'What a refresh did: none, written, kept, commented or dropped; null: nothing was refreshed.',
      ({ outcome }) => outcome ?? null,
    ),
  }),
})

export const ReportRef = builder.objectRef<KeptReport>('Report').implement({
  description: 'A Word report that an institution keeps, as evidence of what it said.',
  fields: (t) => ({
    id: t.given('ID', 'By which it is asked for.', 'id'),
    title: t.given('String', 'What it is called.', 'title'),
    template: t.given('String', 'The file name of its template.', 'template'),
    year: t.given('Int', 'The year that its school year begins in.', 'year'),
    language: t.given('String', '`zh` or `en`.', 'language'),
    partner: t.maybe('ID', 'Code of the partner that it is about; null: of none.', 'partner'),
    release: t.maybe('String', 'The release that it is of; null: of what was live.', 'release'),
    revision: t.given('Int', "The institution's revision that its figures are of.", ({ revision }) => Number(revision)),
    keptAt: t.given('DateTime', 'When it was kept.', 'kept_at'),
    keptBy: t.maybe(
      MadeByRef,
      'The token it was kept with; null: the command line.',
      ({ kept_by: by }, { causeway }) => (by === null ? null : describeToken(causeway.database, by)),
      2,
    ),
    fileName: t.given('String', 'What the document is called.', 'file_name'),
    address: t.given(
      'String',
      'Where the document is had, by anyone who may read the records.',
      ({ file }) => `/evidence/${file}`,
    ),
    figures: t.list(
      ReportFigureRef,
      { times: 40, cost: 100 },
      'Its figures, each with what the data say now.',
      async ({ institution, id: report }, { causeway, viewer, reads }) => {
        reads.institutions.add(institution)
        return (await lookAtKept(causeway, viewer, institution, report)).figures
      },
    ),
  }),
})

const TEMPLATES: Record<string, Words> = WORDS.templates
const nameOf = (template: string) => template.replace(/^.*\/|\.docx$/g, '')

const TemplateRef = builder.objectRef<{ name: string }>('ReportTemplate').implement({
  description: 'A Word template that ships.',
  fields: (t) => ({
    name: t.given('ID', 'As `fillReport` takes it: `zh/quality-report-international.docx`.', 'name'),
    label: t.words('What it is.', ({ name }) => TEMPLATES[nameOf(name)] ?? inBoth(() => nameOf(name))),
    language: t.given('String', '`zh` or `en`.', ({ name }) => name.slice(0, 2)),
  }),
})

builder.queryFields((t) => ({
  reports: t.field({
    type: [ReportRef],
    nullable: true,
    description:
      'The Word reports that an institution keeps, the newest first, at most 500. Needs a token that may read the institution.',
    args: { ...institutionArgument },
    complexity: { field: 20, multiplier: 20 },
    resolve: (_root, { institution }, { causeway, viewer, reads }) => {
      reads.beyondRevisions = true
      return listReports(causeway, viewer, institution)
    },
  }),
  report: t.field({
    type: ReportRef,
    nullable: true,
    description: 'One of them. Needs a token that may read the institution.',
    args: { ...institutionArgument, id: t.arg.id({ required: true, description: 'Its `id`.' }) },
    complexity: 20,
    resolve: async (_root, { institution, id }, { causeway, viewer, reads }) => {
      reads.beyondRevisions = true
      return (await readReport(causeway, viewer, institution, id)).report
    },
  }),
  reportProgress: t.int({
    nullable: true,
    description:
      'How far a report or a release is, in percent, for the bearer of the token that asked for it; null: it is not being made.',
    args: { name: t.arg.id({ required: true, description: '`progress` of what asked for it.' }) },
    complexity: 1,
    resolve: (_root, { name }, { causeway, viewer, reads }) => {
      reads.beyondRevisions = true
      return progressOf(causeway, viewer, name)
    },
  }),
  reportsBefore: t.int({
    nullable: true,
    description:
      'How many reports are made before a report, for the bearer of the token that asked for it; null: it is not being made.',
    args: { name: t.arg.id({ required: true, description: '`progress` of what asked for it.' }) },
    complexity: 1,
    resolve: (_root, { name }, { causeway, viewer, reads }) => {
      reads.beyondRevisions = true
      return reportsBefore(causeway, viewer, name)
    },
  }),
  makesPdf: t.boolean({
    description: 'True: LibreOffice is installed where this runs, so a report can be had as a PDF.',
    resolve: (_root, _args, { reads }) => {
      reads.beyondRevisions = true
      return hasOffice()
    },
  }),
  reportTemplates: t.field({
    type: [TemplateRef],
    description: 'The Word templates that ship.',
    complexity: { field: 2, multiplier: 10 },
    resolve: (_root, _args, { causeway }) => listTemplates(causeway).map((name) => ({ name })),
  }),
}))
