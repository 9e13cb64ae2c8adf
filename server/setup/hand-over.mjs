import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { NODE, ROOT, SMALL_ARENAS } from './project.mjs'

/**
 * Runs the program in the project's folder with the project's Node and ends as it ends. Signals reach it, and it learns when
 * this process is gone (`disconnect`).
 * @param {string[]} args of Node @param {{ command?: string }} [options] another program than Node
 */
export function handOver(args, { command = NODE } = {}) {
  const path = [join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  const talks = command === NODE
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...SMALL_ARENAS, ...process.env, PATH: path },
    stdio: talks ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
  })
  let passedOn = false
  // Once: the program ends what it is at, within its own limit, and this process waits for it.
  const passOn = (signal) => {
    if (!passedOn) passedOn = child.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, passOn)
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {}) // its reader is gone
  stopWithNpm(() => passOn('SIGTERM'))
  child.once('error', (error) => {
    console.error(error.message)
    process.exit(1)
  })
  child.once('close', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}

/**
 * npm does not pass on a signal that reaches it alone: without this the server would live on, its port taken. Between npm and this
 * process there may be a shell, which outlives a killed npm.
 */
function stopWithNpm(stop) {
  if (process.env.npm_lifecycle_event === undefined) return
  const starter = process.ppid
  const above = parentOf(starter)
  setInterval(() => (process.ppid !== starter || parentOf(starter) !== above) && stop(), 500).unref()
}

/** Null where the system does not tell in `/proc`. */
function parentOf(pid) {
  try {
    return /^PPid:\t(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? null
  } catch {
    return null
  }
}
