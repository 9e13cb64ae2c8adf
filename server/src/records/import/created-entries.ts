import type { BatchWriter } from '../batch-rows.ts'
import type { Field } from '../record-type.ts'
import { codeFromName } from './code-from-name.ts'
import { remember } from './file-columns.ts'
import { partOf, type Part, type WholeRow } from './whole-row.ts'

/** Gives rows the entries that their names make where no register has them. */
export async function createEntries(writer: BatchWriter, rows: readonly WholeRow[]): Promise<void> {
  for (const row of rows)
    for (const part of [...row.parts]) {
      const { creates } = part.maker
      if (creates.size === 0) continue
      const { asked } = part
      const named = asked.open.filter(({ name }) => creates.has(name))
      if (named.length === 0) continue
      asked.open = asked.open.filter(({ name }) => !creates.has(name))
      for (const field of named) await createEntry(writer, row, part, field)
    }
}

const toCode = remember(codeFromName)

async function createEntry(writer: BatchWriter, whole: WholeRow, part: Part, field: Field): Promise<void> {
  const { maker, asked, source } = part
  const { row, problems } = asked
  const { references } = maker.settler
  const name = references.wordsOf(row, field)
  const [to, code] = [field.to!, toCode(name)]
  if (await writer.hasCode(row.institution, to, code)) return references.refer(row, field, code)
  if (await references.close(row, field, () => false)) return
  const called = [...(await references.codes.called(row.institution, to, name))].filter((one) => one !== code)
  if (called.length > 1) return void problems.push(await references.unknown(row, field))
  references.refer(row, field, code)
  const creator = maker.creates.get(field.name)!
  if (
    whole.parts.some((one) => one.isCreated && one.maker.type === creator.type && one.asked.row.values['code'] === code)
  )
    return
  const read = creator.checker.check(source)
  const made = { ...partOf(creator, source, read), isCreated: true }
  made.asked.row.institution = row.institution
  made.asked.problems.push(...read.problems)
  await creator.settler.askPlaced([made.asked])
  if (made.asked.problems.length === 0) return void whole.parts.push(made)
  part.lacking.set(field.name, made.asked.problems)
  asked.open = [...asked.open, field]
}
