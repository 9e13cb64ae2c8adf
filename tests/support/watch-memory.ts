import { readFileSync } from 'node:fs'

/** Looks at the resident memory of a process until it is asked. @returns what gives the largest seen, in bytes */
export function watchMemory(pid: number): () => number {
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, residentMegabytes(pid) * 2 ** 20)), 200)
  return () => {
    clearInterval(watch)
    return peak
  }
}

/** Memory of a process and of all that it began, together, looked at from outside, in megabytes. */
export interface TreeMemory {
  /** Forgets what was seen. @returns what there is now */
  begin(): number
  peak(): number
  end(): void
}

export function watchTree(pid: number): TreeMemory {
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, treeMegabytes(pid))), 5)
  return { begin: () => (peak = treeMegabytes(pid)), peak: () => peak, end: () => clearInterval(watch) }
}

function treeMegabytes(pid: number): number {
  const children = readOf(`${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number)
  return children.reduce((sum, child) => sum + treeMegabytes(child), residentMegabytes(pid))
}

/** `name`: `VmRSS` now, `VmHWM` the most there ever was. */
export function residentMegabytes(pid: number, name: 'VmRSS' | 'VmHWM' = 'VmRSS'): number {
  return Number(new RegExp(`${name}:\\s*(\\d+) kB`).exec(readOf(`${pid}/status`))?.[1] ?? 0) / 1024
}

/** Processor time that a process has taken, in seconds. */
export function processorSeconds(pid: number): number {
  // After the name in brackets; clock ticks are hundredths of a second on Linux.
  const [, ...numbers] = readOf(`${pid}/stat`).split(') ').at(-1)!.split(' ')
  return (Number(numbers[10] ?? 0) + Number(numbers[11] ?? 0)) / 100
}

/** Empty where the process has ended. */
function readOf(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'latin1')
  } catch {
    return ''
  }
}
