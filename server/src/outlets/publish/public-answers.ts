import { createApp } from '../http/app.ts'
import type { Causeway } from '../../figures/causeway.ts'

const MOST_KEPT = 100

/** What the public is answered, asked in-process: a folder holds nothing that somebody who is not signed in could not see. */
export class PublicAnswers {
  readonly #app
  /** The last ones, the latest at the end. */
  readonly #kept = new Map<string, Promise<unknown>>()

  constructor(causeway: Causeway) {
    // Whoever publishes has decided that the public may read, also where the server itself is closed to it.
    this.#app = createApp({ ...causeway, publicReading: true }, { webRoot: null, log: () => undefined })
  }

  /** Pages that are written one after the other ask much alike: what was asked lately is answered from memory. */
  ask(question: { query: string; variables: Record<string, unknown> }): Promise<unknown> {
    const key = JSON.stringify([question.query, question.variables])
    let answer = this.#kept.get(key)
    if (answer) this.#kept.delete(key)
    else
      answer = this.#fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: question.query, variables: question.variables }),
      }).then((response) => response.json())
    this.#kept.set(key, answer)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break
      this.#kept.delete(oldest)
    }
    return answer
  }

  /** The bytes behind an address, as `/i/EX07.csv?institution=demo`. Throws where it does not answer 200. */
  async read(address: string): Promise<Uint8Array> {
    const response = await this.#fetch(address)
    if (response.status !== 200) throw new Error(`${address} answered ${response.status}: ${await response.text()}`)
    return new Uint8Array(await response.arrayBuffer())
  }

  close(): Promise<void> {
    return this.#app.close()
  }

  #fetch(address: string, init?: RequestInit): Promise<Response> {
    return this.#app.fetch(new Request(`http://causeway${address}`, init))
  }
}
