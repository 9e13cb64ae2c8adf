import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readdirSync } from 'node:fs'
import type { Locale, Words } from '@causeway/shared/words/words'
import { fill } from '@causeway/shared/words/words'
import { requireExact, requireRight } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import { keepReport, readReport, type KeptReport } from '../../desk/evidence/kept-reports.ts'
import { noFile } from '../../desk/intake/import-records.ts'
import { toFileName, Uploads } from '../../desk/uploads/uploads.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { PROJECT_ROOT } from '../../ground/files.ts'
import { findNearest } from '../../ground/nearest.ts'
import { once } from '../../ground/once.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { inTurn, Turns } from '../../ground/under-way.ts'
import type { TemplateOrder } from './asked-report.ts'
import type { CheckedTemplate } from './kept/check-template.ts'
import type { RefreshedReport } from './kept/refresh-report.ts'
import { findOffice, writePdf } from './pdf.ts'
import { withProgress } from '../../desk/progress.ts'
import { doInLine } from './report-line.ts'
import type { ReportFacts, ReportWork } from './report-work.ts'
import type { UnknownTag } from './tag-tree.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

const TEMPLATES = join(PROJECT_ROOT, 'server/src/outlets/reports/templates')

/** A list of kept reports is looked at without taking the places of those who have one made. */
const looks = new Turns(2)

/** The templates that ship, as `zh/NAME.docx`. */
export const listTemplates = once((_causeway: Causeway): string[] =>
  ['zh', 'en'].flatMap((language) =>
    readdirSync(join(TEMPLATES, language))
      .filter((name) => name.endsWith('.docx'))
      .sort()
      .map((name) => `${language}/${name}`),
  ),
)

/** What a page asks to be filled: a template that ships, or one that came with the request. */
export interface FillOrder {
  institution: string
  /** As `zh/NAME.docx`. */
  template?: string | null
  /** Id of an upload. */
  file?: string | null
  year: number
  locale: Locale
  release?: string | null
  partner?: string | null
  /** Kept under this title; null: it is not kept. */
  keepAs?: string | null
  /** A PDF beside the document. */
  pdf?: boolean | null
  /** Under which name `progressOf` says how far it is. */
  progress?: string | null
}

export interface MadeReport {
  fileName: string
  /** The document. */
  body: Buffer
  /** Null: none was asked for. */
  pdf: Buffer | null
  kept: KeptReport | null
}

export interface FilledReport extends MadeReport {
  /** How many figures it has, and how many of them have no number. */
  figures: number
  gaps: number
  unknown: UnknownTag[]
}

/** @throws QuestionError those of `writeReport`, `doInLine`, `keepReport`, UNKNOWN_TEMPLATE, NO_FILE */
export function fillForDesk(
  causeway: Causeway,
  viewer: Viewer,
  uploads: Uploads | undefined,
  order: FillOrder,
): Promise<FilledReport> {
  const { institution, keepAs } = order
  if (keepAs != null) requireRight(viewer, 'reports', institution)
  else requireExact(viewer, institution)
  const office = order.pdf ? findOffice() : null
  return inFolder(causeway, viewer, order, async (folder) => {
    const out = join(folder, 'report.docx')
    const asked = { ...(await templateOrder(causeway, uploads, order, folder)), out, strict: false }
    const { facts, ...filled } = await doInLine(causeway, { name: 'fill', viewer, asked })
    return { ...(await made(causeway, viewer, out, facts, keepAs ?? null, office)), ...filled }
  })
}

/** Looks at a template before it is filled. */
export function checkForDesk(
  causeway: Causeway,
  viewer: Viewer,
  uploads: Uploads | undefined,
  order: FillOrder,
): Promise<CheckedTemplate> {
  requireExact(viewer, order.institution)
  return inFolder(causeway, viewer, order, async (folder) => {
    const asked = await templateOrder(causeway, uploads, order, folder)
    return doInLine(causeway, { name: 'check', viewer, asked })
  })
}

async function templateOrder(
  causeway: Causeway,
  uploads: Uploads | undefined,
  order: FillOrder,
  folder: string,
): Promise<TemplateOrder> {
  const { institution, year, locale, release, partner } = order
  const template = await templateOf(causeway, uploads, order, folder)
  return {
    ...{ template, institution, year, locale },
    ...(release != null && { release }),
    ...(partner != null && { partner }),
  }
}

/** A report that is kept, or one that came with the request. */
export interface ReportOrder {
  institution: string
  /** Id of one that is kept. */
  report?: string | null
  /** Id of an upload. */
  file?: string | null
  release?: string | null
  progress?: string | null
}

export type LookedReport = Awaited<ReturnType<ReportWork['verify']>>

export function verifyForDesk(
  causeway: Causeway,
  viewer: Viewer,
  uploads: Uploads | undefined,
  order: ReportOrder,
): Promise<LookedReport> {
  const { institution, release = null } = order
  requireExact(viewer, institution)
  return inFolder(causeway, viewer, order, async (folder) => {
    const { path: report } = await documentOf(causeway, viewer, uploads, order, folder)
    return doInLine(causeway, { name: 'verify', viewer, asked: { report, institution, release } })
  })
}

/** What has moved in one that is kept. */
export function lookAtKept(
  causeway: Causeway,
  viewer: Viewer,
  institution: string,
  report: string,
): Promise<LookedReport> {
  return inTurn(looks.take(async () => verifyForDesk(causeway, viewer, undefined, { institution, report })))
}

export function refreshForDesk(
  causeway: Causeway,
  viewer: Viewer,
  uploads: Uploads | undefined,
  order: ReportOrder & { take: boolean; tracked: boolean } & Pick<FillOrder, 'keepAs' | 'pdf'>,
): Promise<MadeReport & Pick<RefreshedReport, 'figures' | 'said'>> {
  const { institution, release = null, take, tracked, keepAs } = order
  if (keepAs != null) requireRight(viewer, 'reports', institution)
  else requireExact(viewer, institution)
  const office = order.pdf ? findOffice() : null
  return inFolder(causeway, viewer, order, async (folder) => {
    const { path } = await documentOf(causeway, viewer, uploads, order, folder)
    const out = join(folder, 'refreshed.docx')
    const asked = { report: path, out, institution, release, take, tracked }
    const { facts, ...refreshed } = await doInLine(causeway, { name: 'refresh', viewer, asked })
    return { ...(await made(causeway, viewer, out, facts, keepAs ?? null, office)), ...refreshed }
  })
}

async function made(
  causeway: Causeway,
  viewer: Viewer,
  path: string,
  facts: ReportFacts,
  title: string | null,
  office: string | null,
): Promise<MadeReport> {
  const fileName = `${facts.template.replace(/\.docx$/i, '')}-${facts.year}.docx`
  const pdf = office === null ? null : await readFile(await writePdf(path, office))
  const kept =
    title === null
      ? null
      : await keepReport(causeway, viewer, path, { ...facts, file_name: fileName, title: checkTitle(title) })
  return { fileName, body: await readFile(path), pdf, kept }
}

const LONGEST_TITLE = 200

function checkTitle(given: string): string {
  const title = given.trim()
  if (title.length > 0 && title.length <= LONGEST_TITLE) return title
  throw new QuestionError('BAD_TITLE', fill(REFUSALS.BAD_TITLE, { most: LONGEST_TITLE }))
}

async function templateOf(
  causeway: Causeway,
  uploads: Uploads | undefined,
  { template, file }: FillOrder,
  folder: string,
): Promise<string> {
  if (file != null) return uploaded(uploads, file, folder)
  const known = listTemplates(causeway)
  if (template != null && known.includes(template)) return join(TEMPLATES, template)
  const near: Words = fill(REFUSALS.UNKNOWN_TEMPLATE, {
    list: findNearest(template ?? '', known).join(', ') || known.join(', '),
  })
  throw new QuestionError('UNKNOWN_TEMPLATE', near)
}

async function documentOf(
  causeway: Causeway,
  viewer: Viewer,
  uploads: Uploads | undefined,
  { institution, report, file }: ReportOrder,
  folder: string,
): Promise<{ path: string }> {
  if (file != null) return { path: await uploaded(uploads, file, folder) }
  const { report: kept, body } = await readReport(causeway, viewer, institution, report ?? '')
  const path = join(folder, toFileName(kept.file_name))
  await writeFile(path, body)
  return { path }
}

/** Under the name that its sender gave it, which sentences name. */
async function uploaded(uploads: Uploads | undefined, id: string, folder: string): Promise<string> {
  const file = uploads?.find(id)
  if (!file) throw noFile()
  const path = join(folder, `in-${toFileName(file.name)}`)
  await writeFile(path, await readFile(file.path))
  return path
}

async function inFolder<Done>(
  causeway: Causeway,
  viewer: Viewer,
  { progress = null }: { progress?: string | null },
  work: (folder: string) => Promise<Done>,
): Promise<Done> {
  const uploads = await Uploads.open()
  try {
    const folder = uploads.nextPath()
    await mkdir(folder, { mode: 0o700 })
    return await withProgress(causeway, viewer, progress, () => work(folder))
  } finally {
    await uploads.release()
  }
}
