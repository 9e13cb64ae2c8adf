import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inputOf, isRefusal, KINDS } from './kinds.ts'

// A program that `main.ts` starts: makes the inputs of one kind, one after the other, and reads each. It says when it begins with one
// and how that ended, so that whoever started it knows which input it was if this process hangs or dies.

/** Which inputs: those of a seed from one number to another, or one file; and a folder for the files of the reader. */
export type Order = { kind: string; folder: string } & ({ seed: number; from: number; to: number } | { replay: string })

/** `outcome`: null if it was read, the code of a refusal, or the stack of a fault. */
export type Step =
  | { begins: number; file: string }
  | { ends: number; outcome: { code: string } | { fault: string } | null }
  | { done: true }

const order = JSON.parse(process.argv[2]!) as Order
const { folder } = order

const target = await KINDS[order.kind]!(folder)
const say = (step: Step) => new Promise((resolve) => process.send!(step, resolve))

const [from, to] = 'replay' in order ? [0, 1] : [order.from, order.to]
for (let n = from; n < to; n++) {
  const bytes = 'replay' in order ? readFileSync(order.replay) : inputOf(target, order.kind, order.seed, n)
  const file = join(folder, 'begun')
  writeFileSync(file, bytes)
  await say({ begins: n, file })
  const outcome = await target.read(bytes).then(
    () => null,
    (error: unknown) => (isRefusal(error) ? { code: error.code } : { fault: (error as Error)?.stack ?? String(error) }),
  )
  await say({ ends: n, outcome })
}
await say({ done: true })
process.exit()
