import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import os from 'node:os'
import { WORKERS } from './processes.ts'

// In a whole run on fewer processors than it has workers, a worker and all that it starts stay on one. What they say to each other then
// does not wait for another processor to wake, which in a virtual machine takes longer than most answers: a fourteenth of all that a
// run computes. What all workers share has no number of a worker, and takes any; so does all where the system has no `taskset`.

process.env.PROCESSORS ??= String(process.env.WHOLE_RUN ? stayOnOne() : os.availableParallelism())

// What is tested shares its work among as many threads as it would.
os.availableParallelism = () => Number(process.env.PROCESSORS)
syncBuiltinESMExports()

/** @returns how many there are */
function stayOnOne(): number {
  const processors = os.availableParallelism()
  const allowed = process.platform === 'linux' && processors < WORKERS ? listAllowed() : []
  const own = allowed[Number(process.env.VITEST_POOL_ID) % allowed.length]
  if (own !== undefined) spawnSync('taskset', ['--all-tasks', '--cpu-list', '--pid', String(own), String(process.pid)])
  return processors
}

/** Their numbers: `0-1,4` are three. */
function listAllowed(): number[] {
  const [, list = ''] = /^Cpus_allowed_list:\s*(\S+)/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  return list.split(',').flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map(Number)
    return Array.from({ length: last - first + 1 }, (_, at) => first + at)
  })
}
