import { spawn } from 'node:child_process'

export class ProgramFailed extends Error {}

/**
 * Runs a program to its end. On a terminal it shows what it says, on standard error; elsewhere only where it fails.
 * @param {string} command @param {string[]} args @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<void>}
 */
export function runProgram(command, args, options) {
  const shows = process.stderr.isTTY === true
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', shows ? 2 : 'pipe', shows ? 2 : 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += String(chunk)))
    child.once('error', (error) => reject(new ProgramFailed(`${command}: ${error.message}`)))
    child.once('close', (code) => {
      if (code === 0) resolve()
      else reject(new ProgramFailed(said.slice(-8000) || `${command} ended with ${code}`))
    })
  })
}
