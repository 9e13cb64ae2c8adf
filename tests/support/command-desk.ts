// Before what asks how many processors there are.
import './one-processor.ts'
import { Writable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { runCauseway } from '@causeway/server/outlets/cli/commands'
import type { CommandLine, Run } from './processes.ts'

// A program: runs the command lines that it is sent, one after the other, and sends back what each of them said.
let last = Promise.resolve()
process.once('disconnect', () => process.exit())
process.on('message', (line: CommandLine) => {
  last = last.then(async () => void process.send!(await run(line)))
})

async function run({ args, env }: CommandLine): Promise<Run> {
  process.env = env
  process.exitCode = undefined
  const [out, err] = [hear('stdout'), hear('stderr')]
  const idle = keepsItAlive()
  const code = await runCauseway(args)
  // Alone it would not end before.
  while (keepsItAlive() > idle) await nextTurn()
  return { code, signal: null, out: out(), err: err() }
}

const keepsItAlive = () => process.getActiveResourcesInfo().filter((name) => name !== 'Immediate').length

function hear(name: 'stdout' | 'stderr'): () => string {
  let said = ''
  const write = (chunk: Buffer, _encoding: string, done: () => void) => {
    said += String(chunk)
    done()
  }
  Object.defineProperty(process, name, { configurable: true, value: new Writable({ write }) })
  return () => said
}
