import type { Words } from '@causeway/shared/words/words'
import { kept } from '../ground/kept.ts'
import { once } from '../ground/once.ts'
import type { Profile } from '@causeway/shared/series'
import type { Viewer } from '../access/viewer.ts'
import type { Causeway } from './causeway.ts'
import { hashesOf, textThen } from './definitions-in-force.ts'
import { CATALOGUE } from './indicators/catalogue.ts'
import { checkAgainstRecordTypes } from './indicators/check-paths.ts'
import type { Declaration } from './indicators/definition.ts'
import { Memory } from './memory.ts'
import { momentOf, readMoment, type AskedMoment, type Moment } from './moment.ts'
import { isNothingReleased, nothingReleased, publicRelease } from './public-release.ts'
import type { Release } from './releases/release.ts'
import { databaseThen, liveOf } from '../ground/database/database-then.ts'
import { findInstitution, type InstitutionFacts } from '../records/institutions.ts'
import { TEXT_NAMES } from '../records/note-revisions.ts'

export type CausewayThen = Causeway & { moment: Moment }

export type CausewayReleased = CausewayThen & { released: Release }

export const isReleased = (causeway: Causeway): causeway is CausewayReleased => causeway.released !== undefined

export const isOfThen = (causeway: Causeway): causeway is CausewayThen => causeway.moment !== undefined

const MOST_MOMENTS = 100
const knownOf = once((_causeway: Causeway) => new Memory<CausewayThen>(MOST_MOMENTS))

/**
 * What answers a question about a time: the indicators and official tables are those of then, and all below reads records as they were
 * then. Where it is about what is live, or settled already, the same as it is.
 * @throws QuestionError those of `readMoment` and of `publicRelease`
 */
export async function causewayAsked(
  causeway: Causeway,
  viewer: Viewer,
  asked: { institution: string; profile?: Profile | null } & AskedMoment,
): Promise<Causeway> {
  if (causeway.moment) return ofThis(causeway, asked.institution)
  const released = await publicRelease(causeway, viewer, asked)
  if (released) return { ...(await causewayAt(causeway, await momentOf(causeway.database, released))), released }
  const moment = await readMoment(causeway, viewer, asked)
  return moment ? causewayAt(causeway, moment) : causeway
}

/** Of one moment nothing is known of any other institution. */
function ofThis(causeway: Causeway, institution: string): Causeway {
  if (causeway.moment?.institution !== institution) throw new Error('a moment is asked about another institution')
  if (causeway.nothingReleased) throw nothingReleased()
  return causeway
}

/** The same for who shows an institution of which nothing is released, too: below it there is nothing then. */
export async function causewayShown(...asked: Parameters<typeof causewayAsked>): Promise<Causeway> {
  try {
    return await causewayAsked(...asked)
  } catch (error) {
    const [causeway, , { institution, release, asOf }] = asked
    if (!isNothingReleased(error) || release != null || asOf != null) throw error
    const none = { institution, revision: 0, at: '', dataDate: null, release: null, epoch: '', texts: NO_TEXTS }
    return { ...causeway, database: databaseThen(causeway.database, none), moment: none, nothingReleased: true }
  }
}

/** What is known of an institution; to the public, of one that has released nothing, its name and no more. Null: there is none. */
export async function findInstitutionShown(causeway: Causeway, code: string): Promise<InstitutionFacts | null> {
  const { database, nothingReleased: isNone } = causeway
  if (!isNone) return findInstitution(database, code)
  const facts = await findInstitution(liveOf(database), code)
  return facts && withoutRelease(facts)
}

export function withoutRelease(facts: InstitutionFacts): InstitutionFacts {
  return { ...facts, dataDate: null, revision: 0, committedAt: null }
}

const NO_TEXTS = Object.fromEntries(TEXT_NAMES.map((name) => [name, null])) as Moment['texts']

export async function causewayAt(causeway: Causeway, moment: Moment): Promise<CausewayThen> {
  const known = knownOf(causeway)
  const { institution, epoch, revision, release } = moment
  const name = JSON.stringify([institution, epoch, revision, release])
  const found = known.get(name)
  if (found) return found
  const database = databaseThen(causeway.database, moment)
  const then = { ...(await withDefinitions(causeway, moment)), database, moment }
  known.set(name, then, 1)
  return then
}

/** The same with the definitions by which answers were given then. */
async function withDefinitions(causeway: Causeway, { texts }: Moment): Promise<Causeway> {
  const now = hashesOf(causeway)
  const names = (['definitions', 'own_indicators', 'own_fields', 'forms'] as const).filter(
    (name) => texts[name] !== null && texts[name] !== now[name],
  )
  if (names.length === 0) return causeway
  const name = names.map((one) => texts[one]).join(' ')
  const made = kept(thenOf(causeway), name, () => makeThen(causeway, texts))
  made.catch(() => thenOf(causeway).delete(name))
  return made
}

const thenOf = once((_causeway: Causeway) => new Map<string, Promise<Causeway>>())

async function makeThen(causeway: Causeway, texts: Moment['texts']): Promise<Causeway> {
  const { quick } = causeway.database
  const shipped = await textThen(quick, causeway, texts, 'definitions')
  const own = await textThen(quick, causeway, texts, 'own_indicators')
  const forms = await textThen(quick, causeway, texts, 'forms')
  const known = new Map([...causeway.indicators, ...(causeway.earlier ?? [])].map((one) => [JSON.stringify(one), one]))
  /** What is as it was is the same thing: what was found for it holds. */
  const same = (list: readonly Declaration[]) => list.map((one) => known.get(JSON.stringify(one)) ?? one)
  const isOwn = (one: Declaration) => !CATALOGUE.includes(one)
  const indicators = [
    ...(shipped ? same(shipped.indicators) : causeway.indicators.filter((one) => !isOwn(one))),
    ...(own ? same(own.indicators) : causeway.indicators.filter(isOwn)),
  ]
  const earlier = own ? same(own.earlier) : (causeway.earlier ?? [])
  return {
    ...causeway,
    ...{ indicators, earlier, ownForms: forms ?? causeway.ownForms },
    gone: new Map([...indicators, ...earlier].flatMap(whyGone)),
  }
}

/** A definition of then may name a field or a type that is no more. */
function whyGone(declaration: Declaration): [Declaration, Words][] {
  const [problem] = checkAgainstRecordTypes(declaration)
  return problem ? [[declaration, problem.words]] : []
}
