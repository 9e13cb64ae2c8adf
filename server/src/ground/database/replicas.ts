import { setTimeout as pause } from 'node:timers/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import type pg from 'pg'
import { describeError, logToConsole } from '../log.ts'
import { QuestionError } from '../question-error.ts'
import { isGivenUp } from '../under-way.ts'
import type { Tables } from './database.ts'
import { openPool } from './postgres-pool.ts'

/** Of one replica: as many as a primary has alone. */
const READS_AT_ONCE = 7
const CONNECT_WITHIN_MS = 1_000
/** A replica is looked at so often, and has so long to answer; then what is being read there is read from the primary. */
const LOOK_EACH_MS = 500
const ANSWER_WITHIN_MS = 500
/** How long a reader waits for a replica that is behind; then nobody does for a while. */
const CATCH_UP_WITHIN_MS = 100
const CATCH_UP_STEP_MS = 4
const BEHIND_FOR_MS = 500
const STATEMENT_TIMED_OUT = '57014'

/** Where the primary is in its log. Everything that anybody can have seen there is before it. */
interface Place {
  lsn: string
  timeline: number
  system: string
}

/**
 * Replicas of a primary. A snapshot is read on one that has everything that the primary had when it was asked for, so that nobody can know
 * by the answer where it was read.
 */
export class Replicas {
  readonly #primary: pg.Pool
  readonly #replicas: Replica[]

  constructor(primary: pg.Pool, urls: readonly string[]) {
    this.#primary = primary
    this.#replicas = urls.map((url, at) => new Replica(url, at + 1))
  }

  get count(): number {
    return this.#replicas.length
  }

  /** Null: no replica answers, is up to date and has a place free. `read` may have begun, and begins anew elsewhere. */
  async read<T>(read: (db: Kysely<Tables>) => Promise<T>): Promise<{ of: T } | null> {
    const [replica] = this.#replicas.filter((one) => one.isFree()).sort((a, b) => a.reads - b.reads)
    return replica ? replica.read(() => this.#place(), read) : null
  }

  async close(): Promise<void> {
    await Promise.all(this.#replicas.map((one) => one.close()))
  }

  async #place(): Promise<Place> {
    // What was inserted, not what was written: a commit that does not wait for the disk is seen before it is there. Where nothing follows
    // the head of a page (24 bytes) or of a segment (40) yet, the last record ended before it.
    const { rows } = await this.#primary.query<{ lsn: string; file: string; system: string }>(
      `select (lsn - case when (lsn - '0/0') % pg_size_bytes(current_setting('wal_segment_size')) = 40 then 40
          when (lsn - '0/0') % current_setting('wal_block_size')::int = 24 then 24 else 0 end)::text as lsn,
        pg_walfile_name(lsn) as file, system_identifier::text as system
      from pg_current_wal_insert_lsn() as lsn, pg_control_system()`,
    )
    const { lsn, file, system } = rows[0]!
    return { lsn, system, timeline: parseInt(file.slice(0, 8), 16) }
  }
}

class Replica {
  reads = 0
  readonly #name: string
  readonly #pool: pg.Pool
  readonly #db: Kysely<Tables>
  readonly #clients = new Set<pg.PoolClient>()
  readonly #timer: NodeJS.Timeout
  #answers: boolean | null = null
  #looking: Promise<void> | null = null
  #behindUntil = 0
  /** It was made a primary, or follows another: its log says nothing of that of ours. */
  #strays = false

  constructor(url: string, number: number) {
    this.#name = `replica ${number}`
    this.#pool = openPool(url, { max: READS_AT_ONCE + 1, connectWithinMs: CONNECT_WITHIN_MS })
    this.#pool
      .on('connect', (client) => this.#clients.add(client))
      .on('remove', (client) => this.#clients.delete(client))
    this.#db = new Kysely({ dialect: new PostgresDialect({ pool: this.#pool }) })
    this.#timer = setInterval(() => this.#look(), LOOK_EACH_MS).unref()
    this.#look()
  }

  isFree(): boolean {
    return this.#answers === true && this.reads < READS_AT_ONCE && performance.now() >= this.#behindUntil
  }

  async read<T>(place: () => Promise<Place>, read: (db: Kysely<Tables>) => Promise<T>): Promise<{ of: T } | null> {
    this.reads++
    try {
      // On the connection that reads: an address may lead to several servers.
      return await this.#db.connection().execute(async (db) => {
        const wanted = await place()
        const end = performance.now() + CATCH_UP_WITHIN_MS
        while (!(await this.#has(db, wanted))) {
          if (performance.now() > end) {
            this.#behindUntil = end + BEHIND_FOR_MS
            return null
          }
          await pause(CATCH_UP_STEP_MS)
        }
        return { of: await read(db) }
      })
    } catch (error) {
      const isAnswer = error instanceof QuestionError || isGivenUp(error)
      if (isAnswer || (error as { code?: string }).code === STATEMENT_TIMED_OUT) throw error
      this.#look()
      return null
    } finally {
      this.reads--
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    await this.#looking
    this.#cut()
    await this.#pool.end()
  }

  /** Before the snapshot is taken, not in it: a replica goes on while it is read. */
  async #has(db: Kysely<Tables>, { lsn, timeline, system }: Place): Promise<boolean> {
    const { rows } = await sql<{ follows: boolean; has: boolean | null }>`
      select pg_is_in_recovery() and system_identifier::text = ${system} and timeline_id = ${timeline}::int as follows,
        pg_last_wal_replay_lsn() >= ${lsn}::pg_lsn as has
      from pg_control_system(), pg_control_checkpoint()`.execute(db)
    const { follows, has } = rows[0]!
    if (follows === this.#strays) {
      this.#strays = !follows
      const what = follows ? 'follows the primary again' : 'is no replica of the primary and is not read'
      logToConsole({ level: 'warn', message: `${this.#name} ${what}` })
    }
    return follows && has === true
  }

  /** Whether it answers; where it does not, its connections are cut, and those who wait there hear of it. */
  #look(): void {
    this.#looking ??= this.#pool
      .query({ text: 'select 1', query_timeout: ANSWER_WITHIN_MS } as pg.QueryConfig)
      .then(
        () => this.#note(true),
        (error: unknown) => {
          this.#note(false, error)
          this.#cut()
        },
      )
      .finally(() => (this.#looking = null))
  }

  /** One that hears nothing would wait for an end as for an answer. */
  #cut(): void {
    for (const client of this.#clients) (client as unknown as { connection: pg.Connection }).connection.stream.destroy()
  }

  #note(answers: boolean, error?: unknown): void {
    if (answers === this.#answers) return
    if (answers && this.#answers !== null) logToConsole({ level: 'info', message: `${this.#name} answers again` })
    if (!answers)
      logToConsole({
        level: 'warn',
        message: `${this.#name} does not answer; the primary is read`,
        ...describeError(error),
      })
    this.#answers = answers
  }
}
