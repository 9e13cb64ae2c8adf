import { fill } from '@causeway/shared/words/words'
import type { Command } from 'commander'
import type { Decision, Relation } from '../../records/identity/decision.ts'
import { recordTypeOf } from '../../records/record-types.ts'
import { openSecret } from '../../records/secret.ts'
import { say } from '../../ground/locale.ts'
import { command, parseRecordType } from './command-line.ts'
import { printJson, printLine, sayLine } from './print.ts'
import SAID from './said.json' with { type: 'json' }

const RELATIONS: readonly Relation[] = ['same', 'renamed', 'merged', 'split', 'duplicate']

export function sameAsCommand(): Command {
  return command('same-as')
    .usage('RECORD_TYPE CODE [SAME_AS] [options]')
    .addCommand(decideCommand(), { isDefault: true })
    .addCommand(listCommand())
    .addCommand(undoCommand())
}

function decideCommand(): Command {
  return command('same-as decide')
    .given('<RECORD_TYPE>', parseType)
    .given('<CODE>')
    .given('[SAME_AS]')
    .needs('--institution <code>')
    .takesOneOf('--relation <relation>', RELATIONS, 'same')
    .takes('--from <date>')
    .needs('--by <name>')
    .takes('--reason <text>')
    .runs(async ({ database, secretFile }, recordType, code, sameAs, options) => {
      const { decideSameAs } = await import('../../records/identity/decide.ts')
      const { institution, relation, from = null, by, reason = null, json } = options
      const decided = await decideSameAs(database, await openSecret(database, secretFile!), institution, {
        ...{ recordType, code, sameAs: sameAs ?? null, relation, from, decidedBy: by, reason },
      })
      if (json) return printJson({ ...decided, recordType, relation })
      if (decided.batch === null)
        return sayLine({ zh: '已有同样的认定，没有变化。', en: 'It was decided so already: nothing changed.' })
      const what =
        sameAs === undefined
          ? { zh: `${code} 已拆分`, en: `${code} was split up` }
          : { zh: `${code} 同于 ${sameAs}`, en: `${code} is ${sameAs}` }
      sayLine({
        zh: `已认定 ${what.zh}，批次 ${decided.batch}；撤除：causeway same-as undo ${recordType} ${code} --institution ${institution}`,
        en: `Decided, batch ${decided.batch}: ${what.en}. To undo it: causeway same-as undo ${recordType} ${code} --institution ${institution}`,
      })
      const { leftBehind: left } = decided
      if (left > 0) sayLine(fill(SAID.RECORDS_LEFT, { code, left, sameAs }))
    })
}

function listCommand(): Command {
  return command('same-as list')
    .needs('--institution <code>')
    .runs(async ({ database }, { institution, json }) => {
      const { listSameAs } = await import('../../records/identity/decide.ts')
      const decisions = await listSameAs(database, institution)
      if (json) return printJson(decisions.map(toJson))
      if (decisions.length === 0) sayLine({ zh: '没有认定。', en: 'Nothing was decided.' })
      for (const one of decisions) printLine(toLine(one))
    })
}

function undoCommand(): Command {
  return command('same-as undo')
    .given('<RECORD_TYPE>', parseType)
    .given('<CODE>')
    .needs('--institution <code>')
    .runs(async ({ database, secretFile }, recordType, code, { institution, json }) => {
      const { undoSameAs } = await import('../../records/identity/decide.ts')
      const secret = await openSecret(database, secretFile!)
      const batch = await undoSameAs(database, secret, institution, { recordType, code })
      if (json) return printJson({ batch, recordType, code })
      sayLine({ zh: `认定已撤除，批次 ${batch}。`, en: `The decision is taken back, batch ${batch}.` })
    })
}

function toLine({ recordType, code, sameAs, relation, from, decidedBy, reason }: Decision): string {
  const target = sameAs === null ? '' : ` → ${sameAs}`
  const choices = recordTypeOf('same-as').fields.find(({ name }) => name === 'relation')!.choices!
  const how = say(choices.find(({ key }) => key === relation)!.label)
  const rest = [how, from, decidedBy, reason].filter((part) => part !== null).join(say({ zh: '，', en: ', ' }))
  return `${recordType} ${code}${target} (${rest})`
}

function toJson({ recordType, code, sameAs, relation, from, decidedBy, reason, since, batch }: Decision): object {
  return { recordType, code, sameAs, relation, from, decidedBy, reason, since, batch }
}

function parseType(text: string): string {
  const choices = recordTypeOf('same-as').fields.find(({ name }) => name === 'record_type')!.choices!
  return parseRecordType(
    text,
    choices.map(({ key }) => key),
  )
}
