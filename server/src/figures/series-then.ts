import type { Figure } from '@causeway/shared/figure'
import { DEFAULT_AT } from '@causeway/shared/period'
import type { Series } from '@causeway/shared/series'
import type { Database } from '../ground/database/database.ts'
import { once } from '../ground/once.ts'
import { assemble, toSeries } from './assemble.ts'
import type { CausewayThen } from './causeway-then.ts'
import type { Question } from './check-request.ts'
import { definitionHash } from './definition-hash.ts'
import { evaluate } from './indicators/evaluate.ts'
import { Memory } from './memory.ts'
import { readStoredExact, type StoredExact } from './released-exact.ts'
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
  const stored = await findStored(causeway, question)
  const series = await atOneMoment(causeway, question.institution, async (db, standing) => {
    const count = async () => assemble(question, standing, await evaluate(db, { ...question, home: standing }))
    if (!stored) return toSeries(question, standing, await count())
    const figures = assemble(question, standing, stored.answers)
    const recounted = stored.isOfOther ? otherIn(await count(), figures) : []
    return { ...toSeries(question, standing, figures), ...(recounted.length > 0 && { recounted }) }
  })
  memory.set(name, series, series.figures.length)
  return series
}

/** What was stored of it with the release that was asked for. */
async function findStored({ database, moment }: CausewayThen, question: Question): Promise<StoredExact | null> {
  const { institution, release } = moment
  const { across, filters, cumulativeFrom, at } = question
  const isStored = across === null && filters.length === 0 && cumulativeFrom === null && at === DEFAULT_AT
  return release !== null && isStored ? readStoredExact(database, { institution, id: release }, question) : null
}

/** Those that are not as they were. */
function otherIn(figures: readonly Figure[], before: readonly Figure[]): Figure[] {
  const nameOf = ({ period, category }: Figure) => JSON.stringify([period.year, category])
  const was = new Map(before.map((one) => [nameOf(one), one]))
  return figures.filter((one) => {
    const old = was.get(nameOf(one))
    return old?.value !== one.value || old.gap !== one.gap
  })
}

function nameOf({ moment }: CausewayThen, { declaration, ...question }: Question): string {
  const { epoch, revision, release, texts } = moment
  return JSON.stringify([
    epoch,
    revision,
    release,
    texts.reference,
    declaration.id,
    definitionHash(declaration),
    question,
  ])
}
