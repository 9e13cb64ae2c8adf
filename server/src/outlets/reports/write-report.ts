import { inLocale, type Words } from '@causeway/shared/words/words'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { momentOf } from '../../figures/moment.ts'
import { readAsked, type TemplateOrder } from './asked-report.ts'
import { fillTemplate, marksOf } from './docx/word-template.ts'
import { storeIdOf } from './memory.ts'
import { lockOf, writeWithLock, type ReportLock } from './lock.ts'
import { noteProgress, READ, WRITTEN } from '../../desk/progress.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { giveWay } from '../../ground/under-way.ts'
import type { UnknownTag } from './tag-tree.ts'
import { writeFact } from './write-fact.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

interface ReportOrder extends TemplateOrder {
  /** Refuse where a tag is unknown. */
  strict: boolean
  /** Path of the .docx to write; the lock file is beside it as `NAME.lock.json`. */
  out: string
}

export interface WrittenReport {
  lock: ReportLock
  lockFile: string
  unknown: UnknownTag[]
}

/**
 * Fills a Word template with figures of one school year and leaves a lock file that names every one of them. With `strict`, an
 * unknown tag refuses it all; else its place is marked. Either both files are written, or none.
 * @throws QuestionError those of `readAsked`, OUT_IS_TEMPLATE, UNKNOWN_TAG
 */
export async function writeReport(given: Causeway, viewer: Viewer, order: ReportOrder): Promise<WrittenReport> {
  const { locale, year } = order
  if (order.out === order.template) {
    throw new QuestionError('OUT_IS_TEMPLATE', REFUSALS.OUT_IS_TEMPLATE)
  }
  const asked = await readAsked(given, viewer, order)
  const { causeway, institution, partner, bytes, name, templateHash, tables, rewritten, report, unknown } = asked
  noteProgress(READ)
  if (order.strict && unknown.length > 0) throw unknownTags(name, unknown)
  const revision = report.revision ?? institution.revision
  const language = locale === 'ZH' ? ('zh' as const) : ('en' as const)
  const label = writeFact('year', { institution, year, locale, partner }, year)
  const title = [inLocale(institution.name, locale), ...(partner ? [inLocale(partner.name, locale)] : []), label]
  const empty = {
    storeId: storeIdOf(institution.code, year, language, templateHash, ...(partner ? [partner.code] : [])),
    ...{ institution: institution.code, year, language, release: order.release ?? null, revision },
    partner: partner?.code ?? null,
    asOf: (await momentOf(causeway.database, { institution: institution.code, revision })).at,
    ...{ template: name, templateHash, values: [], drawings: [], loops: [], tables },
  }
  await giveWay()
  const marked = new Map([...rewritten, ...marksOf(unknown, locale)])
  const { filled, memory } = await fillTemplate(bytes, name, report, marked, empty, title.join(' · '))
  noteProgress(WRITTEN)
  const lock = lockOf(viewer, institution, memory, report.figures, unknown)
  const lockFile = await writeWithLock(order.out, filled, lock)
  return { lock, lockFile, unknown }
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
