import { fill, type Words } from '@causeway/shared/words/words'
import { maySeeExact, type Viewer } from '../../access/viewer.ts'
import { findPublicSubject } from '../../answers/subjects/public-subjects.ts'
import { findSubject, placesNaming } from '../../answers/subjects/subject.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { describeRecords } from '../../records/describe-record.ts'
import { readCanonical } from '../../records/identity/canonical-records.ts'
import { countByCode } from '../../records/list-records.ts'
import REFUSALS from './refusals.json' with { type: 'json' }
import type { ReportTag } from './tags/kinds.ts'
import type { TagNode, TagTree } from './tag-tree.ts'

/** The one partner that a report is about. */
export interface ReportPartner {
  code: string
  name: Words
  /** To the public both are empty. */
  country: Words
  type: Words
}

const KIND = 'PARTNER'
const NOTHING: Words = { zh: '—', en: '—' }

/**
 * The partner that a template asks about; null: it asks about none. Where none is given it is the enterprise that most records name,
 * and of a college without enterprises the partner that most do. Every figure of the template that is of the partner is asked so.
 * @throws QuestionError UNKNOWN_SUBJECT, NO_PARTNER, PARTNER_NEEDED
 */
export async function partnerOf(
  causeway: Causeway,
  viewer: Viewer,
  { roots }: TagTree,
  institution: string,
  given: string | null,
): Promise<ReportPartner | null> {
  const tags = tagsOf(roots)
  const figures = tags.flatMap(figuresOf).filter(({ ofPartner }) => ofPartner)
  const isNamed = tags.some((tag) => tag.is === 'fact' && tag.fact.startsWith('partner'))
  if (figures.length === 0 && !isNamed) return null
  const partner = maySeeExact(viewer, institution)
    ? await describe(causeway, institution, given ?? (await mostNamed(causeway, institution)))
    : await publicPartner(causeway, institution, given)
  for (const figure of figures) figure.filter = [...(figure.filter ?? []), { dimension: 'partner', in: [partner.code] }]
  return partner
}

function tagsOf(nodes: readonly TagNode[]): ReportTag[] {
  return nodes.flatMap(({ tag, children }) => [tag, ...tagsOf(children)])
}

function figuresOf(tag: ReportTag) {
  return tag.is === 'chart' ? tag.figures : 'figure' in tag ? [tag.figure] : []
}

async function describe({ database }: Causeway, institution: string, given: string): Promise<ReportPartner> {
  const { code, name, record } = await findSubject(database, institution, KIND, given)
  const [described] = await describeRecords(database, record ? [record] : [])
  const said = (field: string) => {
    const text = described?.fields.find((one) => one.name === field)?.text
    return text && text.zh !== '' ? text : NOTHING
  }
  return { code, name, country: said('country'), type: said('type') }
}

/** What is in a register and in no public figure is to the public as if it were not there. */
async function publicPartner(causeway: Causeway, institution: string, given: string | null): Promise<ReportPartner> {
  if (given === null) throw new QuestionError('PARTNER_NEEDED', REFUSALS.PARTNER_NEEDED)
  const found = await findPublicSubject(causeway, institution, KIND, given)
  if (!found) throw new QuestionError('UNKNOWN_SUBJECT', fill(REFUSALS.UNKNOWN_PARTNER, { code: given }))
  return { code: found.code, name: found.name, country: NOTHING, type: NOTHING }
}

async function mostNamed({ database }: Causeway, institution: string): Promise<string> {
  const partners = await readCanonical(database, 'partner', institution)
  if (partners.length === 0) throw new QuestionError('NO_PARTNER', fill(REFUSALS.NO_PARTNER, { institution }))
  const enterprises = partners.filter(({ values }) => values['type'] === 'enterprise')
  const counts = new Map((enterprises.length > 0 ? enterprises : partners).map(({ values }) => [values['code'], 0]))
  for (const { type, field } of placesNaming(KIND)) {
    if (type.name === 'partner') continue
    const named = await countByCode(database, type, institution, field.name)
    for (const [code, count] of named) if (counts.has(code)) counts.set(code, counts.get(code)! + count)
  }
  const [most] = [...counts].sort(([a, some], [b, others]) => others - some || (String(a) < String(b) ? -1 : 1))
  return String(most![0])
}
