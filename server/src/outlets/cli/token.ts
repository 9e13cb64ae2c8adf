import { fill } from '@causeway/shared/words/words'
import { Option, type Command } from 'commander'
import { createToken, revokeToken } from '../../access/tokens.ts'
import { ROLES, type Role } from '@causeway/shared/rights'
import { QuestionError } from '../../ground/question-error.ts'
import { findInstitution } from '../../records/institutions.ts'
import { say } from '../../ground/locale.ts'
import { command, invalid, parseDay } from './command-line.ts'
import { printJson, printLine, sayLine, sayNote } from './print.ts'
import SAID from './said.json' with { type: 'json' }

interface CreateOptions {
  role: Role
  institution?: string
  name?: string
  expires?: string
  json?: boolean
}

export function tokenCommand(): Command {
  return command('token').addCommand(createCommand()).addCommand(revokeCommand())
}

function createCommand(): Command {
  return command('token create')
    .addOption(
      new Option('--role <role>', say({ zh: '角色', en: 'what its bearer may do' }))
        .choices(ROLES)
        .makeOptionMandatory(),
    )
    .takes('--institution <code>')
    .takes('--name <name>')
    .takes('--expires <date>', parseLastDay)
    .runs(async ({ database }, options: CreateOptions) => {
      const { role, institution = null, name = null, expires = null, json } = options
      const made = await createToken(database, { role, institution, name, expires })
      if (institution !== null && (await findInstitution(database, institution)) === null) {
        sayNote(fill(SAID.NO_INSTITUTION_YET, { institution }))
      }
      if (json) return printJson({ id: made.id, token: made.token })
      sayNote(fill(SAID.TOKEN_MADE, { id: made.id, role }))
      printLine(made.token)
    })
}

/** Today (UTC) is the earliest: a token that ended yesterday is good for nothing. */
function parseLastDay(text: string): string {
  const day = parseDay(text)
  const today = new Date().toISOString().slice(0, 10)
  if (day < today) {
    throw invalid(fill(SAID.DAY_IS_PAST, { day, today }))
  }
  return day
}

function revokeCommand(): Command {
  return command('token revoke')
    .given('<id>')
    .runs(async ({ database }, id, options) => {
      if (!(await revokeToken(database, id))) {
        throw new QuestionError('UNKNOWN_TOKEN', { zh: `没有令牌 ${id}。`, en: `There is no token ${id}.` })
      }
      if (options.json) printJson({ id, revoked: true })
      else sayLine({ zh: `令牌 ${id} 已收回。`, en: `Token ${id} is taken back.` })
    })
}
