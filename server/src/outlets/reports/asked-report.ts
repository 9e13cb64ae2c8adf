import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Locale } from '@causeway/shared/words/words'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { causewayAsked } from '../../figures/causeway-then.ts'
import { giveWay } from '../../ground/under-way.ts'
import { requireInstitution, type InstitutionFacts } from '../../records/institutions.ts'
import { notesAsHeaders } from './docx/notes.ts'
import { readTemplate } from './docx/read-template.ts'
import { findStrayBraces } from './docx/tag-place.ts'
import { listTags } from './docx/word-template.ts'
import { figureReader } from './figure-reader.ts'
import { makeFromNothing } from './make-from-nothing.ts'
import type { RememberedTable } from './memory.ts'
import { numberLoops } from './occurrences.ts'
import { partnerOf, type ReportPartner } from './partner.ts'
import type { Report } from './report.ts'
import { tidy } from './tags/spoken.ts'
import { toTagTree, type TagTree, type UnknownTag } from './tag-tree.ts'
import { sayUnsaid } from './unsaid.ts'
import { writeValues } from './write-values.ts'

export interface TemplateOrder {
  /** Path of a .docx. */
  template: string
  institution: string
  /** The school year's first year. */
  year: number
  locale: Locale
  /** With the figures of a release, or of a time; absent: those that are live. */
  release?: string | undefined
  asOf?: string | undefined
  /** Code of the partner that it is about; absent: the one that most records name, where the template asks about one. */
  partner?: string | undefined
}

/** A template with all that it asks, before it is a document. */
export interface AskedReport {
  causeway: Causeway
  institution: InstitutionFacts
  partner: ReportPartner | null
  /** Of the template, as it is to be filled. */
  bytes: Buffer
  name: string
  /** SHA-256 of its file, hex. */
  templateHash: string
  /** Of two dimensions, made from nothing. */
  tables: RememberedTable[]
  tree: TagTree
  /** Tags that are written otherwise than the template has them, by their index. */
  rewritten: Map<number, string>
  report: Report
  unknown: UnknownTag[]
}

/**
 * With `whole`, what conditions leave out is asked too.
 * @throws QuestionError those of `readTemplate`, of the questions, UNKNOWN_SUBJECT, NO_PARTNER, PARTNER_NEEDED, BUSY
 */
export async function readAsked(
  given: Causeway,
  viewer: Viewer,
  order: TemplateOrder & { whole?: boolean },
): Promise<AskedReport> {
  const { year, locale, template, whole = false } = order
  const causeway = await causewayAsked(given, viewer, order)
  const name = basename(template)
  const file = await readTemplate(template, name)
  const templateHash = createHash('sha256').update(file).digest('hex')
  for (let attempt = 0; ; attempt++) {
    const institution = await requireInstitution(causeway.database, order.institution)
    const made = await makeFromNothing(file, causeway, viewer, { institution, year, locale })
    const { problems, tables } = made
    const bytes = notesAsHeaders(made.bytes)
    await giveWay()
    const tags = await listTags(bytes, name)
    await giveWay()
    const tree = toTagTree(tags, causeway)
    for (const one of tree.unknown) one.problem = problems.get(tidy(one.tag.replaceAll(/[{}]/g, ''))) ?? one.problem
    tree.unknown.push(...(await findStrayBraces(bytes, tags.length)))
    const rewritten = new Map([...sayUnsaid(tree), ...numberLoops(tree)])
    const reader = figureReader(causeway, viewer, institution.code, given)
    const partner = await partnerOf(causeway, viewer, tree, institution.code, order.partner ?? null)
    const { report, unknown } = await writeValues(reader, tree, { institution, year, locale, partner, whole })
    // An import between columns and figures: both are read again.
    const isMoved = causeway === given && report.revision !== institution.revision
    if (tables.length > 0 && isMoved && attempt < MOST_ATTEMPTS) continue
    return { causeway, institution, partner, bytes, name, templateHash, tables, tree, rewritten, report, unknown }
  }
}

const MOST_ATTEMPTS = 100
