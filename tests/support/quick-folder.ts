import { accessSync, constants, existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
/** More than a run writes. */
const ROOM = 6e9

/**
 * Where a run writes: in memory, where the machine has a folder of it and room. A database of PostgreSQL is 535 files to make and to
 * take away, and every commit to SQLite waits for the disk. `TMPDIR` says another place.
 */
export function quickFolder(): string {
  if (process.env.TMPDIR !== undefined || !existsSync(MEMORY)) return tmpdir()
  const { bavail, bsize } = statfsSync(MEMORY)
  return Math.min(bavail * bsize, freemem()) > ROOM && letsProgramsRun(MEMORY) ? MEMORY : tmpdir()
}

/** Containers often forbid it there. */
function letsProgramsRun(folder: string): boolean {
  const probe = mkdtempSync(join(folder, 'causeway-probe-'))
  try {
    writeFileSync(join(probe, 'program'), '', { mode: 0o755 })
    accessSync(join(probe, 'program'), constants.X_OK)
    return true
  } catch {
    return false
  } finally {
    rmSync(probe, { recursive: true, force: true })
  }
}
