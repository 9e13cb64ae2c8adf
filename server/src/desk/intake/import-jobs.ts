import { randomUUID } from 'node:crypto'
import type { ImportProgress } from '../../records/import/report/import-request.ts'
import { QuestionError } from '../../ground/question-error.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

/** An import that was begun from a page: it goes on when nobody waits for it, and its end can be asked for. */
export interface ImportJob<Outcome> {
  id: string
  /** Who began it; nobody else hears of it. */
  owner: string
  dryRun: boolean
  fileName: string
  /** ISO date-time */
  startedAt: string
  progress: ImportProgress
  /** What was found so far; null: it is not known yet how the file is read. */
  soFar: (() => Outcome) | null
  /** When that is known. */
  read: Promise<void>
  /** Ends it before its end. */
  stop(): void
  /** Rejects with what went wrong. */
  outcome: Promise<Outcome>
  /** When it ended, in milliseconds; null: it is under way. */
  endedAt: number | null
}

const MOST_UNDER_WAY = 4
const MOST_ENDED = 40
const KEPT_MS = 15 * 60_000

/** What the work of a job is given, and tells of. */
export interface JobDesk<Outcome> {
  id: string
  signal: AbortSignal
  onProgress(progress: ImportProgress): void
  onRead(soFar: () => Outcome): void
}

/** The imports of one process: those under way, and for a while those that have ended. */
export class ImportJobs<Outcome> {
  readonly #jobs = new Map<string, ImportJob<Outcome>>()

  /** @throws QuestionError TOO_MANY_IMPORTS */
  start(
    about: Pick<ImportJob<Outcome>, 'owner' | 'dryRun' | 'fileName'>,
    work: (desk: JobDesk<Outcome>) => Promise<Outcome>,
  ): ImportJob<Outcome> {
    this.#forget()
    if (this.countUnderWay() >= MOST_UNDER_WAY) throw new QuestionError('TOO_MANY_IMPORTS', REFUSALS.TOO_MANY_IMPORTS)
    const id = randomUUID()
    const stopping = new AbortController()
    const read = Promise.withResolvers<void>()
    const desk: JobDesk<Outcome> = {
      id,
      signal: stopping.signal,
      onProgress: (progress) => void (job.progress = progress),
      onRead: (soFar) => {
        job.soFar = soFar
        read.resolve()
      },
    }
    const job: ImportJob<Outcome> = {
      id,
      ...about,
      startedAt: new Date().toISOString(),
      progress: { rows: 0, bytes: 0, totalBytes: 0 },
      soFar: null,
      read: read.promise,
      stop: () => stopping.abort(new QuestionError('IMPORT_STOPPED', REFUSALS.IMPORT_STOPPED)),
      endedAt: null,
      outcome: Promise.resolve().then(() =>
        work(desk).finally(() => {
          job.endedAt = Date.now()
        }),
      ),
    }
    // Anyone who asks hears of it; it must not end the process where nobody does.
    job.outcome.catch(() => {})
    this.#jobs.set(id, job)
    return job
  }

  find(id: string, owner: string): ImportJob<Outcome> | null {
    this.#forget()
    const job = this.#jobs.get(id)
    return job?.owner === owner ? job : null
  }

  countUnderWay(): number {
    return [...this.#jobs.values()].filter(({ endedAt }) => endedAt === null).length
  }

  /** When those under way have ended, however they do. */
  async settle(): Promise<void> {
    await Promise.allSettled([...this.#jobs.values()].map(({ outcome }) => outcome))
  }

  #forget(): void {
    const ended = [...this.#jobs.values()].filter(({ endedAt }) => endedAt !== null)
    ended.sort((a, b) => b.endedAt! - a.endedAt!)
    for (const [index, { id, endedAt }] of ended.entries())
      if (index >= MOST_ENDED || Date.now() - endedAt! > KEPT_MS) this.#jobs.delete(id)
  }
}
