import { fork, spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { SERVER_HEAP, SMALL_ARENAS, SMALL_HEAP } from '../../server/setup/project.mjs'
import { ROOT } from '../architecture/source-files.ts'

export interface Run {
  code: number | null
  signal: NodeJS.Signals | null
  out: string
  err: string
}

export interface RunningProcess {
  child: ChildProcess
  /** What it has said so far. */
  out(): string
  err(): string
  /** Resolves when standard output matches; rejects when the process ends before. */
  untilSays(pattern: RegExp): Promise<RegExpMatchArray>
  /** Resolves when it has ended. */
  ended: Promise<Run>
}

/** Most tests are about what the public reads of live data: with what is usual each would need a release. `''`: what is usual. */
const LIVE_IN_PUBLIC = { CAUSEWAY_PUBLIC: 'on' }

/** The environment of a person who has set nothing else. */
export function plainEnv(settings: Record<string, string> = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(CAUSEWAY_|DATABASE_|PORT|HOST|INIT_CWD|VITEST|NODE_ENV|LC_|LANG|MALLOC_)/.test(name),
  )
  return { ...SMALL_ARENAS, ...Object.fromEntries(kept), LANG: 'C.UTF-8', ...LIVE_IN_PUBLIC, ...settings }
}

/** Twice as many as there are processors here and in CI: what has a browser or a server waits for much of its time. */
export const WORKERS = 4

/** To Node: what would make a program quicker after minutes costs more than it gains in one that is gone by then. */
export const SHORT_LIVED = ['--no-turbofan']

/** To the C library of Linux: keep what is given back. To fetch the same pages again and again takes a tenth of what a run computes. */
export const ROOMY_ARENAS = {
  MALLOC_ARENA_MAX: '16',
  MALLOC_TOP_PAD_: String(64 * 2 ** 20),
  MALLOC_TRIM_THRESHOLD_: String(512 * 2 ** 20),
  MALLOC_MMAP_THRESHOLD_: String(32 * 2 ** 20),
}

/** What is served collects garbage as the set-up scripts say; a program of the tests as it comes. */
const heapOf = (file: string) =>
  file === 'server/dist/main.js' ? SERVER_HEAP : file.startsWith('server/') ? SMALL_HEAP : []

/**
 * Starts a file of the project with Node, as the set-up scripts do.
 * @param roomy it keeps memory, for a test that looks neither at its memory nor at its speed: to give it back early takes a fifth of
 *   what a server computes
 */
export function startNode(
  file: string,
  args: string[],
  settings: Record<string, string>,
  { roomy = false } = {},
): RunningProcess {
  const child = spawn(process.execPath, [...(roomy ? SHORT_LIVED : heapOf(file)), join(ROOT, file), ...args], {
    cwd: ROOT,
    env: plainEnv({ ...(roomy && ROOMY_ARENAS), ...settings }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += String(chunk)))
  child.stderr.on('data', (chunk: Buffer) => (err += String(chunk)))
  const ended = new Promise<Run>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal, out, err })),
  )
  const untilSays = (pattern: RegExp) =>
    new Promise<RegExpMatchArray>((resolve, reject) => {
      const look = () => {
        const match = out.match(pattern)
        if (match) resolve(match)
      }
      child.stdout.on('data', look)
      void ended.then((run) => reject(new Error(`ended with ${run.code}: ${run.out}${run.err}`)))
      look()
    })
  return { child, out: () => out, err: () => err, untilSays, ended }
}

/** Runs one command line to its end, in a process alone. */
export function runAlone(args: string[], settings: Record<string, string>, cwd = ROOT): Promise<Run> {
  return startNode('server/dist/command.js', args, { INIT_CWD: cwd, ...settings }).ended
}

export interface CommandLine {
  args: string[]
  env: NodeJS.ProcessEnv
}

/** A process takes up its language when it starts. */
const desks = new Map<string, ChildProcess>()
let last: Promise<unknown> = Promise.resolve()

/** The same in a process that runs one after the other: to start one takes most of what a command takes. */
export function runCauseway(args: string[], settings: Record<string, string>, cwd = ROOT): Promise<Run> {
  const line: CommandLine = { args, env: plainEnv({ INIT_CWD: cwd, ...settings }) }
  const [, asked = line.env.LANG!] = /--lang[ =](\w+)/.exec(args.join(' ')) ?? []
  const run = last.then(() => askDesk(asked.startsWith('zh') ? 'zh_CN.UTF-8' : 'C.UTF-8', line))
  last = run.catch(() => undefined)
  return run
}

function askDesk(lang: string, line: CommandLine): Promise<Run> {
  let desk = desks.get(lang)
  if (!desk?.connected) {
    desk = fork(join(import.meta.dirname, 'command-desk.ts'), {
      execArgv: SHORT_LIVED,
      env: plainEnv({ ...ROOMY_ARENAS, LANG: lang }),
    })
    desks.set(lang, desk)
    // Nobody stays for it; it ends with its channel.
    desk.unref()
  }
  const { channel } = desk
  channel!.ref()
  desk.send(line)
  return new Promise((resolve, reject) => {
    const end = (code: number | null) => reject(new Error(`ended with ${code}: causeway ${line.args.join(' ')}`))
    desk.once('exit', end)
    desk.once('message', (run: Run) => {
      desk.off('exit', end)
      channel!.unref()
      resolve(run)
    })
  })
}
