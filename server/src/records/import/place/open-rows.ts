import type { BatchWriter } from '../../batch-rows.ts'
import { naturalKey } from '../../natural-key.ts'
import type { Offered } from '../check/references.ts'
import type { OpenKey } from '../check/settle-rows.ts'
import { isWrong, type Part, type WholeRow } from './whole-row.ts'

/** What comes with rows, of one institution. */
interface Coming {
  code: Offered
  /** The key of one of the records that may be meant; null: none of them comes. */
  key(open: OpenKey): string | null
}

export type OfferedAt = (institution: string) => Coming

export function offeredBy(rows: readonly WholeRow[]): OfferedAt {
  const codes = new Set<string>()
  for (const { maker, asked } of rows.flatMap(({ parts }) => parts)) {
    const { institution, values } = asked.row
    if (typeof values['code'] === 'string') codes.add(`${institution}\n${maker.type.name}\n${values['code']}`)
  }
  let keys: Set<string> | undefined
  return (institution) => ({
    code: (recordType, code) => codes.has(`${institution}\n${recordType}\n${code}`),
    key({ recordType, keys: meant }) {
      keys ??= keysOf(rows)
      return meant.find((key) => keys!.has(`${institution}\n${recordType}\n${key}`)) ?? null
    },
  })
}

function keysOf(rows: readonly WholeRow[]): Set<string> {
  const parts = rows.filter((row) => !isWrong(row)).flatMap((row) => row.parts)
  return new Set(
    parts.map(({ maker: { type }, asked: { row } }) => {
      return `${row.institution}\n${type.name}\n${naturalKey(type, row.values)}`
    }),
  )
}

/** Rows of which some record points to what is not there yet. */
export function isOpen({ parts }: WholeRow): boolean {
  return parts.some(({ asked }) => asked.open.length > 0 || asked.openKeys !== undefined)
}

/** Whether all that a row points to is there, or comes with others. */
export async function isClosed({ parts }: WholeRow, offered: OfferedAt, writer: BatchWriter): Promise<boolean> {
  for (const { maker, asked } of parts) {
    const { code } = offered(asked.row.institution)
    for (const field of asked.open) if (!(await maker.settler.references.close(asked.row, field, code))) return false
    for (const open of asked.openKeys ?? []) if (!(await closeKey(asked, open, offered, writer))) return false
  }
  return true
}

/** Puts down as wrong what a row points to and what neither is there nor comes. */
export async function refuseOpen({ parts }: WholeRow, offered: OfferedAt, writer: BatchWriter): Promise<void> {
  for (const { maker, asked, lacking } of parts) {
    const { references } = maker.settler
    const { code } = offered(asked.row.institution)
    for (const field of asked.open)
      if (!(await references.close(asked.row, field, code)))
        asked.problems.push(...(lacking.get(field.name) ?? [await references.unknown(asked.row, field)]))
    for (const open of asked.openKeys ?? [])
      if (!(await closeKey(asked, open, offered, writer))) asked.problems.push(open.problem)
  }
}

async function closeKey(
  { row }: Part['asked'],
  open: OpenKey,
  offered: OfferedAt,
  writer: BatchWriter,
): Promise<boolean> {
  const { institution, values } = row
  const coming = offered(institution).key(open)
  const asked = open.keys.map((key): [string, string] => [institution, key])
  const key = coming ?? (await writer.findRecords(asked, open.recordType))[0]?.key
  if (key !== undefined) values[open.field.name] = key
  return key !== undefined
}
