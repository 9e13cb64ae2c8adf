import { execFile } from 'node:child_process'

/** Looks at the resident memory of a process until it ends. @returns what gives the largest seen, in bytes */
export function watchMemory(pid: number): () => number {
  let peak = 0
  const watch = setInterval(() => {
    execFile('ps', ['-o', 'rss=', '-p', String(pid)], (error, text) => {
      if (error) clearInterval(watch)
      else peak = Math.max(peak, Number(text.trim()) * 1024)
    })
  }, 200)
  return () => {
    clearInterval(watch)
    return peak
  }
}
