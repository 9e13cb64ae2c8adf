import { Option, type Command } from 'commander'
import { createToken, revokeToken } from '../../access/tokens.ts'
import { ROLES, type Role } from '../../access/viewer.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { findInstitution } from '../../records/institutions.ts'
import { say } from '../../ground/locale.ts'
import { command, invalid, parseDay } from './command-line.ts'
import { printJson, printLine, sayLine, sayNote } from './print.ts'

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
        sayNote({
          zh: `注意：目前没有代码为 ${institution} 的院校，导入之前此令牌读不到任何数据。`,
          en: `Mind: there is no institution ${institution} yet; until it is imported the token reads nothing.`,
        })
      }
      if (json) return printJson({ id: made.id, token: made.token })
      sayNote({
        zh: `已发放令牌 ${made.id}（${role}）。请现在保存，之后不再显示：`,
        en: `Token ${made.id} (${role}). Keep it now, it is not shown again:`,
      })
      printLine(made.token)
    })
}

/** Today (UTC) is the earliest: a token that ended yesterday is good for nothing. */
function parseLastDay(text: string): string {
  const day = parseDay(text)
  const today = new Date().toISOString().slice(0, 10)
  if (day < today) {
    throw invalid({
      zh: `${day} 已经过去（今天是 ${today}，UTC），这样的令牌一发放就失效；请写今天或以后的日期，或不写 --expires。`,
      en: `${day} is past (today is ${today}, UTC), and such a token would never work; give today or a later day, or leave --expires out.`,
    })
  }
  return day
}

function revokeCommand(): Command {
  return command('token revoke')
    .given('<id>')
    .runs(async ({ database }, id: string, options: { json?: boolean }) => {
      if (!(await revokeToken(database, id))) {
        throw new QuestionError('UNKNOWN_TOKEN', { zh: `没有令牌 ${id}。`, en: `There is no token ${id}.` })
      }
      if (options.json) printJson({ id, revoked: true })
      else sayLine({ zh: `令牌 ${id} 已收回。`, en: `Token ${id} is taken back.` })
    })
}
