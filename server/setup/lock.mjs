import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

const ASK_EVERY_MS = 200
const GIVE_UP_AFTER_MS = 15 * 60_000

/**
 * Does the work while no other process does work under the same lock. The lock of a process that died is taken over.
 * @template T @param {string} file @param {() => void} onWait said once, where another holds it @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, onWait, work) {
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, String(process.pid))
  try {
    await take(file, mine, onWait)
  } finally {
    rmSync(mine, { force: true })
  }
  const release = () => rmSync(file, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

async function take(file, mine, onWait) {
  const giveUpAt = Date.now() + GIVE_UP_AFTER_MS
  for (let waits = 0; ; waits++) {
    try {
      return linkSync(mine, file) // makes the lock with its owner in it, or fails: never a lock without an owner
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const owner = readOwner(file)
    if (owner !== null && !isAlive(owner)) dropStale(file, owner)
    else if (Date.now() > giveUpAt)
      throw new Error(`${file} is held by process ${owner}. Remove the file if that is no set-up of this project.`)
    else {
      if (waits === 0) onWait()
      await wait(ASK_EVERY_MS)
    }
  }
}

/** Another waiter may have taken the lock meanwhile: what is not the stale one is put back. */
function dropStale(file, owner) {
  const aside = `${file}.stale.${process.pid}`
  try {
    renameSync(file, aside)
    if (readOwner(aside) !== owner) linkSync(aside, file)
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

function readOwner(file) {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
