import type { Words } from '@causeway/shared/words/words'
import { kept } from '../ground/kept.ts'
import { once } from '../ground/once.ts'
import type { Connection } from '../ground/database/database.ts'
import { unknownInstitution } from '../records/institutions.ts'
import type { Causeway } from './causeway.ts'
import { hashesOf, textThen } from './definitions-in-force.ts'
import { checkAgainstRecordTypes } from './indicators/check-paths.ts'
import type { Declaration } from './indicators/definition.ts'
import type { Moment } from './moment.ts'
import type { Standing } from './standing.ts'
import { readStanding } from './store.ts'

/** The same as it is now, with the indicators and official tables of a moment: the definitions by which answers were given then. */
export async function causewayThen(causeway: Causeway, { texts }: Pick<Moment, 'texts'>): Promise<Causeway> {
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
  const isOwn = ({ id }: Declaration) => id.startsWith('own-')
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

/** The institution as it was at a moment: its country, its school year, its data date. */
export async function standingThen(causeway: Causeway, db: Connection, moment: Moment): Promise<Standing> {
  const { institution, revision, dataDate, at } = moment
  const standing = await readStanding(db, institution, revision)
  if (!standing) throw await unknownInstitution(causeway.database, institution)
  const reference = (await textThen(db, causeway, moment.texts, 'reference')) ?? undefined
  return { ...standing, revision, dataDate, committedAt: at, changedAt: new Map(), reference }
}
