import { createHash } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { periodLabel } from '@causeway/shared/period'
import type { Profile } from '@causeway/shared/series'
import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'
import { maySeeExact, type Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { causewayAsked } from '../../figures/causeway-then.ts'
import { requireInstitutionAsked } from '../../figures/standing.ts'
import { readTemplate } from './docx/read-template.ts'
import { findStrayBraces } from './docx/tag-place.ts'
import { fillTemplate, listTags } from './docx/word-template.ts'
import { figureReader } from './figure-reader.ts'
import type { LockedFigure } from './report.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { toTagTree, type UnknownTag } from './tag-tree.ts'
import { writeValues } from './write-values.ts'
import { schoolYear } from './write-fact.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

interface ReportOrder {
  /** Path of a .docx. */
  template: string
  institution: string
  /** The school year's first year. */
  year: number
  locale: Locale
  /** Refuse where a tag is unknown. */
  strict: boolean
  /** With the figures of a release, or of a time; absent: those that are live. */
  release?: string
  asOf?: string
  /** Path of the .docx to write; the lock file is beside it as `NAME.lock.json`. */
  out: string
}

/** What was written: beside the report, and as the answer of the command. */
export interface ReportLock {
  template: string
  /** SHA-256 of the template, hex. */
  templateHash: string
  institution: { code: string; name: string; demonstration: boolean }
  /** The school year that was picked, and the edition of the quality report that holds it. */
  year: { year: number; label: string; start: string; end: string; edition: number; partial: boolean }
  language: 'zh' | 'en'
  profile: Profile
  dataDate: string | null
  revision: number
  figures: LockedFigure[]
  unknown: { tag: string; place: string; problem: string }[]
}

export interface WrittenReport {
  lock: ReportLock
  lockFile: string
  unknown: UnknownTag[]
}

/**
 * Fills a Word template with figures of one school year and leaves a lock file that names every one of them. With `strict`, an
 * unknown tag refuses it all; else its place is marked. Either both files are written, or none.
 * @throws QuestionError, QuestionError
 */
export async function writeReport(given: Causeway, viewer: Viewer, order: ReportOrder): Promise<WrittenReport> {
  const { locale, year } = order
  if (order.out === order.template) {
    throw new QuestionError('OUT_IS_TEMPLATE', REFUSALS.OUT_IS_TEMPLATE)
  }
  const causeway = await causewayAsked(given, viewer, order)
  const institution = await requireInstitutionAsked(causeway, order.institution)
  const name = basename(order.template)
  const bytes = await readTemplate(order.template, name)
  const tags = await listTags(bytes, name)
  const tree = toTagTree(tags, causeway)
  tree.unknown.push(...(await findStrayBraces(bytes, tags.length)))
  const reader = figureReader(causeway, viewer, institution.code)
  const { report, unknown } = await writeValues(reader, tree, { institution, year, locale })
  if (order.strict && unknown.length > 0) throw unknownTags(name, unknown)
  const filled = await fillTemplate(bytes, name, report, unknown, locale)
  const [start, end] = schoolYear(institution, year)
  const lock: ReportLock = {
    template: name,
    templateHash: createHash('sha256').update(bytes).digest('hex'),
    institution: {
      code: institution.code,
      name: inLocale(institution.name, locale),
      demonstration: institution.demonstration,
    },
    year: {
      year,
      label: periodLabel({ basis: 'SCHOOL_YEAR', year, start, end }, locale),
      start,
      end,
      edition: Number(end.slice(0, 4)),
      partial: institution.dataDate === null || end > institution.dataDate,
    },
    language: locale === 'ZH' ? 'zh' : 'en',
    profile: maySeeExact(viewer, institution.code) ? 'EXACT' : 'PUBLIC',
    dataDate: institution.dataDate,
    revision: report.revision ?? institution.revision,
    figures: report.figures,
    unknown: unknown.map(({ tag, place, problem }) => ({
      tag,
      place: inLocale(place, locale),
      problem: inLocale(problem, locale),
    })),
  }
  const lockFile = order.out.replace(/\.docx$/i, '') + '.lock.json'
  await writeBoth([
    [order.out, filled],
    [lockFile, `${JSON.stringify(lock, null, 2)}\n`],
  ])
  return { lock, lockFile, unknown }
}

/** Beside their final names first, so that a full disk leaves no half report. */
async function writeBoth(files: [path: string, content: Buffer | string][]): Promise<void> {
  const parts = files.map(([path]) => `${path}.part`)
  try {
    for (const [n, [, content]] of files.entries()) await writeFile(parts[n]!, content)
    for (const [n, [path]] of files.entries()) await rename(parts[n]!, path)
  } catch (error) {
    await Promise.all(parts.map((part) => rm(part, { force: true })))
    throw error
  }
}

function unknownTags(name: string, unknown: UnknownTag[]): QuestionError {
  const list = (locale: 'zh' | 'en') => unknown.map((one) => unknownLine(one)[locale]).join('\n')
  return new QuestionError('UNKNOWN_TAG', {
    zh: `${name} 中有 ${unknown.length} 个无法识别的标签，未写出报告：\n${list('zh')}`,
    en: `${name} has ${unknown.length} ${unknown.length === 1 ? 'tag' : 'tags'} that cannot be understood; no report was written:\n${list('en')}`,
    facts: { unknown: unknown.map(({ tag, place, problem }) => ({ tag, place, problem })) },
  })
}

/** One line of the list: the tag, where it is, what is wrong with it. */
export function unknownLine({ tag, place, problem }: Pick<UnknownTag, 'tag' | 'place' | 'problem'>): Words {
  return { zh: `  ${tag}　${place.zh}：${problem.zh}`, en: `  ${tag}  ${place.en}: ${problem.en}` }
}
