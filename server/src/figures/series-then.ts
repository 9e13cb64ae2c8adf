import type { Series } from '@causeway/shared/series'
import type { Database } from '../ground/database/database.ts'
import { once } from '../ground/once.ts'
import { assemble, toSeries } from './assemble.ts'
import type { CausewayThen } from './causeway-then.ts'
import type { Question } from './check-request.ts'
import { definitionHash } from './definition-hash.ts'
import { evaluate } from './indicators/evaluate.ts'
import { Memory } from './memory.ts'
import { atOneMoment } from './standing.ts'
import { liveOf } from '../ground/database/database-then.ts'

const MOST_FIGURES_IN_MEMORY = 30_000
/** What was answered of a revision stays so: an answer given once is given again, as long as it is remembered. */
const memoryOf = once((_database: Database) => new Memory<Series>(MOST_FIGURES_IN_MEMORY))

/** An exact series as the records of a moment gave it, by the definitions of then. */
export async function readSeriesThen(causeway: CausewayThen, question: Question): Promise<Series> {
  // What was hidden then followed from every public table of then: it is in a release, or lost.
  if (question.profile === 'PUBLIC') throw new Error('public figures of then are those of a release')
  const memory = memoryOf(liveOf(causeway.database))
  const name = nameOf(causeway, question)
  const known = memory.get(name)
  if (known) return known
  const series = await atOneMoment(causeway, question.institution, async (db, standing) =>
    toSeries(question, standing, assemble(question, standing, await evaluate(db, { ...question, home: standing }))),
  )
  memory.set(name, series, series.figures.length)
  return series
}

function nameOf({ moment }: CausewayThen, { declaration, ...question }: Question): string {
  const { epoch, revision, texts } = moment
  return JSON.stringify([epoch, revision, texts.reference, declaration.id, definitionHash(declaration), question])
}
