import { isAscii, isUtf8 } from 'node:buffer'
import { ENCODING_NAMES, type NamedEncoding } from '@causeway/shared/text-encodings'
import { fill } from '@causeway/shared/words/words'
import { ImportRefused } from '../ground/import-refused.ts'
import type { EncodingJudge } from './text-encoding.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

const LONGEST_LINE = 1024 * 1024
const LF = 10

/** Why the text of a file cannot be read. `bytes`: all of it again; `asked`: what somebody said that its encoding is. */
export async function unknownText(
  name: string,
  judge: EncodingJudge,
  asked: NamedEncoding | null,
  bytes: AsyncIterable<Buffer>,
): Promise<ImportRefused> {
  if (judge.isBinary) return new ImportRefused('WRONG_FILE_KIND', fill(REFUSALS.NOT_TEXT, { name }))
  const names = ENCODING_NAMES.join(', ')
  const line = await findOtherEncoding(bytes)
  if (line !== null)
    return new ImportRefused('UNKNOWN_ENCODING', { ...fill(REFUSALS.TWO_ENCODINGS, { name, line }), row: line })
  if (asked !== null)
    return new ImportRefused('UNKNOWN_ENCODING', fill(REFUSALS.OTHER_ENCODING, { name, asked, names }))
  if (judge.isCut) return new ImportRefused('DAMAGED_FILE', fill(REFUSALS.CUT_OFF, { name }))
  return new ImportRefused('UNKNOWN_ENCODING', fill(REFUSALS.NO_ENCODING, { name, names }))
}

/** The first line, from 1, that is UTF-8 where those before are not, or the other way round; null: there is none. */
async function findOtherEncoding(bytes: AsyncIterable<Buffer>): Promise<number | null> {
  let [line, before] = [0, null as boolean | null]
  for await (const text of linesOf(bytes)) {
    line++
    if (isAscii(text)) continue
    const now = isUtf8(text)
    if (before !== null && now !== before) return line
    before = now
  }
  return null
}

/** Its whole lines, up to one that is too long to be one. What follows the last line break may be cut off, and says nothing. */
async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0)
  for await (const chunk of bytes) {
    const all = Buffer.concat([rest, chunk])
    let at = 0
    for (let end = all.indexOf(LF); end >= 0; end = all.indexOf(LF, at)) {
      yield all.subarray(at, end)
      at = end + 1
    }
    rest = all.subarray(at)
    if (rest.length > LONGEST_LINE) return
  }
}
