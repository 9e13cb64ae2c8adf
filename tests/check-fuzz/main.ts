import { fork } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { watchTree } from '../support/watch-memory.ts'
import { KINDS } from './kinds.ts'
import type { Order, Step } from './read-inputs.ts'

/** In seconds: the 10 of the reader, and what it takes to start and end its process. */
const MOST_SECONDS = 15
/** Added to what the process had before it read the input, in megabytes. */
const MOST_ADDED = 512

const USAGE = `npm run check:fuzz -- KIND N [--seed S] [--out FOLDER]
npm run check:fuzz -- KIND --replay FILE

Damages well-formed files in N ways and reads each as a user's file. KIND is one of ${Object.keys(KINDS).join(', ')}.
Ends with 1 if an input is neither read nor refused with a code and words in both languages, or takes more than ${MOST_SECONDS} s or
${MOST_ADDED} MB: names the seed and the number of the input, and writes its bytes into FOLDER, to be read again with --replay.

--seed S   other inputs (1); the same seed gives the same inputs
--out      a folder of the system's temporary files where nothing is given
`
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ seed: { type: 'string', default: '1' }, replay: { type: 'string' }, help: { type: 'boolean' } },
    out: { type: 'string', default: join(tmpdir(), 'causeway-fuzz-found') },
  },
})
const [kind = '', count = '1'] = positionals
const seed = Number(values.seed)
const last = Number(count)
if (values.help || !(kind in KINDS) || !Number.isInteger(last) || last < 1 || !Number.isInteger(seed)) {
  process.stdout.write(USAGE)
  process.exit(values.help ? 0 : 2)
}

const outcomes = new Map<string, number>()
let found = 0
let slowest = 0
let largest = 0
let next = 0
while (next < last) next = await readFrom(next)
for (const [outcome, times] of [...outcomes].sort((a, b) => b[1] - a[1])) process.stdout.write(`${outcome}: ${times}\n`)
const worst = `slowest ${(slowest / 1000).toFixed(1)} s, largest ${Math.round(largest)} MB`
process.stdout.write(`${kind}, seed ${seed}: ${last} inputs, ${found} found; ${worst}\n`)
process.exit(found > 0 ? 1 : 0)

/** Reads inputs in a new process until all are read or one takes too much. @returns the number of the next input */
function readFrom(from: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-fuzz-'))
  const inputs = values.replay ? { replay: resolve(values.replay) } : { seed, from, to: last }
  const order: Order = { kind, folder, ...inputs }
  const child = fork(join(import.meta.dirname, 'read-inputs.ts'), [JSON.stringify(order)], {
    execArgv: ['--no-warnings'],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  })
  const memory = watchTree(child.pid!)
  let said = ''
  child.stderr!.on('data', (text) => (said = `${said}${text}`.slice(-2_000)))
  let current: { n: number; file: string; since: number; before: number } | null = null
  let read = from
  let isTaken = false
  const report = (what: string) => {
    if (!current || isTaken) return
    isTaken = true
    found++
    const { n, file } = current
    const kept = join(values.out, `${kind}-${seed}-${n}`)
    mkdirSync(values.out, { recursive: true })
    copyFileSync(file, kept)
    process.stdout.write(`${kind}, seed ${seed}, input ${n}: ${what}\n  ${kept}\n`)
  }
  const limit = setInterval(() => {
    if (!current) return
    const added = memory.peak() - current.before
    const isSlow = Date.now() - current.since > MOST_SECONDS * 1000
    if (!isSlow && added <= MOST_ADDED) return
    report(isSlow ? `not over after ${MOST_SECONDS} s` : `took ${Math.round(added)} MB`)
    child.kill('SIGKILL')
  }, 20)
  child.on('message', (step: Step) => {
    if ('begins' in step) {
      current = { n: step.begins, file: step.file, since: Date.now(), before: memory.begin() }
      isTaken = false
    } else if ('ends' in step && current) {
      const { outcome } = step
      slowest = Math.max(slowest, Date.now() - current.since)
      largest = Math.max(largest, memory.peak() - current.before)
      const name = outcome === null ? 'read' : 'code' in outcome ? outcome.code : 'fault'
      outcomes.set(name, (outcomes.get(name) ?? 0) + 1)
      if (outcome && 'fault' in outcome) report(outcome.fault)
      read = step.ends + 1
      current = null
    }
  })
  return new Promise((done) => {
    child.once('close', (code) => {
      clearInterval(limit)
      memory.end()
      if (current) {
        report(`the process ended with ${code}: ${said.trim()}`)
        read = current.n + 1
      } else if (code !== 0) throw new Error(said)
      rmSync(folder, { recursive: true, force: true })
      done(read)
    })
  })
}
