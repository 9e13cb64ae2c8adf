import { existsSync } from 'node:fs'
import { fill } from '@causeway/shared/words/words'
import type { Command } from 'commander'
import { makeOneTime, oneTimeAddress, refusedByPlace } from '../../access/one-time.ts'
import { ROLES, type Role } from '@causeway/shared/rights'
import { databaseFile, readConfig, type Config } from '../../ground/config.ts'
import { PROJECT_ROOT } from '../../ground/files.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { command, withCauseway } from './command-line.ts'
import { printJson, printLine, sayNote } from './print.ts'
import SAID from './said.json' with { type: 'json' }

const SERVER_ANSWERS_MS = 2_000

export function signInCommand(): Command {
  return command('sign-in')
    .takesOneOf('--role <role>', ROLES, 'administrator')
    .action(async ({ role, json }: { role: Role; json?: boolean }) => {
      const config = readConfig(process.env, PROJECT_ROOT)
      const origin = originOf(config)
      const { once, until } = await withCauseway(({ database }) => makeOneTime(database, role))
      const address = oneTimeAddress(origin, once)
      if (!(await answers(origin))) sayNote(fill(SAID.NO_SERVER_THERE, { origin }))
      if (json) return printJson({ address, until: until.toISOString() })
      sayNote(fill(SAID.ONE_TIME_MADE, { role }))
      printLine(address)
    })
}

/** Where the server of these settings is. @throws QuestionError where nobody can sign in there, or nothing was ever started */
function originOf(config: Config): string {
  const refused = refusedByPlace(config)
  if (refused) throw new QuestionError('FORBIDDEN', refused)
  const file = databaseFile(config.databaseUrl)
  if (file !== null && !existsSync(file)) throw new QuestionError('NO_DATABASE', fill(SAID.NO_DATABASE_YET, { file }))
  if (config.reachedAt !== null) return config.reachedAt
  if (config.port === 0) throw new QuestionError('NO_PORT', SAID.WHICH_PORT)
  return `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${config.port}`
}

function answers(origin: string): Promise<boolean> {
  return fetch(`${origin}/healthz`, { signal: AbortSignal.timeout(SERVER_ANSWERS_MS) }).then(
    ({ ok }) => ok,
    () => false,
  )
}
