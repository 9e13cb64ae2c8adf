import { resolve } from 'node:path'

/** A FILE of the command line: relative to where the user is, not to the project. */
export function userPath(file: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), file)
}
