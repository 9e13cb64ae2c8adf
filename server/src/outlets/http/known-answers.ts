import { readStamp, stampIn } from './store.ts'
import { AnswerReads } from '../graph/context.ts'
import type { Database } from '../../ground/database/database.ts'
import { createHash } from 'node:crypto'
import type { Answer } from './answer.ts'
import { isCompressible, pack } from './encoding.ts'

/** All that is kept, and the most of one answer. */
const MOST_BYTES = 12 * 1024 * 1024
const MOST_BYTES_OF_ONE = 4 * 1024 * 1024

/** An answer with what it depends on. `keep` false: it must not be given again (an unexpected error). */
export interface MadeAnswer {
  answer: Answer
  reads: AnswerReads
  keep: boolean
  /** All of it was known to be true in the state in which it was asked for. */
  isKnown?: boolean
  /** Stamps its parts as of a state; what is returned keeps them, once it is certain that all of it was read in that state. */
  stampParts?: (state: string) => Promise<() => void>
}

/** What keeps an answer that is not known, once it is made. `state`: in which it was asked for. */
export interface Beginning {
  state: string
  keep: (made: MadeAnswer) => Promise<KnownAnswer>
}

/** An answer that is known, with its tag and its compressed bodies, made once each. */
export interface KnownAnswer {
  answer: Answer
  reads: AnswerReads
  /** Null: it depends on nothing that changes. */
  stamp: string | null
  etag: string | null
  compressed: Map<string, Uint8Array>
}

/** What is the same for everyone as long as the process lives. `small`: its smallest form, where it is there already. */
export function fixedAnswer(
  body: string | Uint8Array,
  headers: Record<string, string>,
  small: Uint8Array | null = null,
): KnownAnswer {
  return {
    answer: { status: 200, headers, body },
    reads: new AnswerReads(),
    stamp: null,
    etag: tagOf(body),
    compressed: new Map(small ? [['br', small]] : []),
  }
}

function tagOf(content: string | Uint8Array): string {
  return `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`
}

const EVERYTHING = new AnswerReads()
EVERYTHING.everyInstitution = true

/**
 * Whole answers, given again as long as no institution they depend on has a new revision. The key holds everything else that
 * can alter an answer: document or address, variables, profile, locale, and the build with its catalogue.
 */
export class KnownAnswers {
  readonly #answers = new Map<string, KnownAnswer>()
  readonly #build: string
  #bytes = 0
  hits = 0
  misses = 0

  get bytes(): number {
    return this.#bytes
  }

  constructor(build: string) {
    this.#build = build
  }

  async find(database: Database, question: string[], make: () => Promise<MadeAnswer>): Promise<KnownAnswer> {
    const found = await this.begin(database, question)
    return 'keep' in found ? found.keep(await make()) : found
  }

  /** What is known; else what keeps the answer once it is made. */
  async begin(database: Database, question: string[]): Promise<KnownAnswer | Beginning> {
    const key = JSON.stringify(question)
    const known = this.#answers.get(key)
    const state = await database.state()
    if (known && known.stamp === (await stampIn(state, database, known.reads))) {
      this.hits++
      // Last asked, last to go.
      this.#answers.delete(key)
      this.#answers.set(key, known)
      return known
    }
    this.misses++
    if (known) this.#forget(key, known)
    // It may be of a later state: what is made from here on is no older.
    const before = { state, stamp: await stampIn(state, database, EVERYTHING) }
    return { state, keep: (made) => this.#settle(database, key, before, made) }
  }

  async #settle(
    database: Database,
    key: string,
    before: { state: string; stamp: string },
    made: MadeAnswer,
  ): Promise<KnownAnswer> {
    const { answer, reads, keep, isKnown } = made
    let stamp = await stampIn(before.state, database, reads)
    const keepParts = await made.stampParts?.(before.state)
    // Nothing was committed since it was asked: the answer and what was read last are of that state.
    let settled = isKnown || (await database.state()) === before.state
    if (settled) keepParts?.()
    else {
      stamp = await readStamp(database, reads)
      // A revision that rose meanwhile may or may not be in the answer: it is right, but has no state to be named by.
      settled = before.stamp === (await readStamp(database, EVERYTHING))
    }
    settled &&= keep
    const etag = settled ? tagOf([key, this.#build, stamp].join('\n')) : null
    const kept = settled ? await pack(answer) : answer
    const known: KnownAnswer = { answer: kept, reads, stamp, etag, compressed: new Map() }
    if (settled) this.#keep(key, known)
    return known
  }

  #keep(key: string, known: KnownAnswer): void {
    const bytes = bytesOf(key, known)
    if (bytes > MOST_BYTES_OF_ONE) return
    const before = this.#answers.get(key)
    if (before) this.#forget(key, before)
    this.#answers.set(key, known)
    this.#bytes += bytes
    for (const [oldestKey, oldest] of this.#answers) {
      if (this.#bytes <= MOST_BYTES) break
      this.#forget(oldestKey, oldest)
    }
  }

  #forget(key: string, known: KnownAnswer): void {
    if (this.#answers.get(key) !== known) return
    this.#answers.delete(key)
    this.#bytes -= bytesOf(key, known)
  }
}

/** Reckoned with the compressed bodies that may join it. */
function bytesOf(key: string, { answer }: KnownAnswer): number {
  return key.length * 2 + answer.body.length * (isCompressible(answer) ? 2 : 1) + 500
}
