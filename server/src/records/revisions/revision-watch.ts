import type { Database } from '../../ground/database/database.ts'
import { QuestionError } from '../../ground/question-error.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

/** Where some institutions stand, in one statement; one that nothing was ever imported for is left out. */
async function selectRevisions({ quick }: Database, institutions: string[]) {
  const rows = await quick
    .selectFrom('institution_state')
    .select(['institution', 'revision', 'data_date', 'committed_at'])
    .where('institution', 'in', institutions)
    .execute()
  // PostgreSQL gives a bigint as text.
  return rows.map((row) => ({ ...row, revision: Number(row.revision) }))
}

/** Changes come from other processes too, as from the command line: the database is asked again and again. */
const POLL_MS = 2_000

/** Where an institution is. All of it is public. */
export interface RevisionFacts {
  institution: string
  revision: number
  /** YYYY-MM-DD */
  dataDate: string | null
  /** ISO date-time. */
  committedAt: string | null
}

class Listener implements AsyncIterableIterator<RevisionFacts> {
  readonly institution: string
  #last: number | null = null
  #waiting: RevisionFacts | null = null
  #next: ((result: IteratorResult<RevisionFacts>) => void) | null = null
  #ended = false
  readonly #leave: (listener: Listener) => void

  constructor(institution: string, leave: (listener: Listener) => void) {
    this.institution = institution
    this.#leave = leave
  }

  /** Who is slow gets the newest alone. */
  tell(facts: RevisionFacts): void {
    if (this.#ended || facts.revision === this.#last) return
    this.#last = facts.revision
    if (this.#next) this.#give({ done: false, value: facts })
    else this.#waiting = facts
  }

  next(): Promise<IteratorResult<RevisionFacts>> {
    const value = this.#waiting
    if (this.#ended) return Promise.resolve({ done: true, value: undefined })
    if (value) {
      this.#waiting = null
      return Promise.resolve({ done: false, value })
    }
    return new Promise((resolve) => (this.#next = resolve))
  }

  return(): Promise<IteratorResult<RevisionFacts>> {
    this.end()
    return Promise.resolve({ done: true, value: undefined })
  }

  end(): void {
    if (this.#ended) return
    this.#ended = true
    this.#leave(this)
    this.#give({ done: true, value: undefined })
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  #give(result: IteratorResult<RevisionFacts>): void {
    const next = this.#next
    this.#next = null
    next?.(result)
  }
}

/**
 * Tells who listens when the revision of an institution has changed: where it is at first, then each new revision. One statement
 * asks for all of them; while nobody listens nothing is asked.
 */
export class RevisionWatch {
  readonly #database: Database
  readonly #listeners = new Set<Listener>()
  readonly #pollMs: number
  #timer: NodeJS.Timeout | null = null
  #closed = false

  constructor(database: Database, pollMs = POLL_MS) {
    this.#database = database
    this.#pollMs = pollMs
  }

  get listeners(): number {
    return this.#listeners.size
  }

  /** Throws `TOO_BUSY` once it is closed. */
  async listen(institution: string): Promise<AsyncIterableIterator<RevisionFacts>> {
    if (this.#closed) throw closed()
    const listener = new Listener(institution, (one) => this.#forget(one))
    this.#listeners.add(listener)
    try {
      listener.tell((await this.#read([institution])).get(institution)!)
    } catch (error) {
      listener.end()
      throw error
    }
    this.#wait()
    return listener
  }

  /** Everybody who listens is said that it is over. */
  close(): void {
    this.#closed = true
    if (this.#timer) clearTimeout(this.#timer)
    for (const listener of this.#listeners) listener.end()
  }

  #wait(): void {
    if (this.#timer || this.#closed || this.#listeners.size === 0) return
    this.#timer = setTimeout(() => {
      this.#poll()
        // A database that is away for a while is asked again; who asks it for figures hears of it.
        .catch(() => undefined)
        .finally(() => {
          this.#timer = null
          this.#wait()
        })
    }, this.#pollMs).unref()
  }

  async #poll(): Promise<void> {
    const facts = await this.#read([...new Set([...this.#listeners].map(({ institution }) => institution))])
    for (const listener of this.#listeners) {
      const now = facts.get(listener.institution)
      if (now) listener.tell(now)
    }
  }

  async #read(institutions: string[]): Promise<Map<string, RevisionFacts>> {
    const rows = institutions.length > 0 ? await selectRevisions(this.#database, institutions) : []
    const found = new Map(rows.map((row) => [row.institution, row]))
    return new Map(
      institutions.map((institution) => {
        const row = found.get(institution)
        const { revision = 0, data_date: dataDate = null, committed_at: committedAt = null } = row ?? {}
        return [institution, { institution, revision, dataDate, committedAt }]
      }),
    )
  }

  #forget(listener: Listener): void {
    this.#listeners.delete(listener)
    if (this.#listeners.size > 0 || !this.#timer) return
    clearTimeout(this.#timer)
    this.#timer = null
  }
}

function closed(): QuestionError {
  return new QuestionError('TOO_BUSY', REFUSALS.BEING_STOPPED)
}
