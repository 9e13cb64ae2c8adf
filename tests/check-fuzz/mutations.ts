import { unzipSync } from 'fflate'
import { sheetLibrary } from '@causeway/server/records/import/readers/sheet-rows'
import { packFiles } from '../support/hostile-workbooks.ts'
import { mutate } from '../support/mutate.ts'
import type { Random } from '../support/random.ts'

/** Changes a well-formed file in a few places. The same random numbers give the same bytes. */
export type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array

export const mutateBytes: Mutation = (bytes, random) => mutate(bytes, random.next)

/** Texts at which programs that read texts go wrong. */
const ODD_TEXTS = [
  ...['', '0', '-1', '1e999', '99999999999999999999', 'NaN', 'null', '__proto__', 'constructor', '\0', '\u{10ffff}'],
  ...[
    '\ud800',
    '\u202e',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '&',
    '&#x110000;',
    '&#0;',
    '*a',
    '&a',
    '!!js',
  ],
  ...[
    '${x}',
    '%s',
    '\\',
    '/',
    '../..',
    '\r',
    '\n',
    '\t',
    ',',
    ';',
    ':',
    '2023-02-30',
    '0000-00-00',
    '../../etc/passwd',
  ],
]
const TOKENS = /\s+|\p{L}+|\d+|[^\s\p{L}\d]/gu

/** Drops, doubles, swaps or replaces words and marks of a text; sometimes repeats a piece many times. */
export const mutateText: Mutation = (bytes, random) => {
  const tokens = Buffer.from(bytes).toString('utf8').match(TOKENS) ?? []
  for (let times = random.whole(1, 5); times > 0 && tokens.length > 1; times--) {
    const at = random.whole(0, tokens.length - 1)
    const other = random.whole(0, tokens.length - 1)
    switch (random.whole(0, 6)) {
      case 0:
        tokens.splice(at, random.whole(1, 20))
        break
      case 1:
        tokens.splice(other, 0, ...tokens.slice(at, at + random.whole(1, 40)))
        break
      case 2:
        ;[tokens[at], tokens[other]] = [tokens[other]!, tokens[at]!]
        break
      case 3:
        tokens[at] = tokens[at]!.repeat(random.pick([2, 10, 1_000, 20_000]))
        break
      case 4: {
        const piece = tokens.slice(at, at + random.whole(1, 8)).join('')
        tokens[at] = piece.repeat(random.pick([2, 50, 600]))
        break
      }
      case 5:
        tokens[at] = tokens[other]!
        break
      default:
        tokens[at] = random.pick(ODD_TEXTS)
    }
  }
  return Buffer.from(tokens.join(''))
}

/** Changes one part of a zip and packs all again, so that every checksum fits. */
export const mutatePart: Mutation = (bytes, random) => {
  const files = unzipSync(bytes)
  const name = random.pick(Object.keys(files))
  const change = /\.(xml|rels)$/.test(name) && random.chance(0.8) ? mutateText : mutateBytes
  return packFiles({ ...files, [name]: change(files[name]!, random) }, 1)
}

/** Takes a part out of a zip, or puts one in the place of another. */
export const exchangeParts: Mutation = (bytes, random) => {
  const files = unzipSync(bytes)
  const [name, other] = [random.pick(Object.keys(files)), random.pick(Object.keys(files))]
  const { [name]: _, ...rest } = files
  return packFiles(random.chance(0.5) ? rest : { ...files, [name]: files[other]! }, 1)
}

/** Changes a number of the zip's own list of entries: sizes, offsets, methods. */
export const mutateDirectory: Mutation = (bytes, random) => {
  const spoilt = Buffer.from(bytes)
  const from = spoilt.readUInt32LE(spoilt.length - 6)
  const signatures: number[] = []
  for (let at = from; at >= 0; at = spoilt.indexOf('PK\u0001\u0002', at + 4, 'latin1')) signatures.push(at)
  const entry = random.pick(signatures)
  const [place, size] = random.pick([
    [10, 2],
    [16, 4],
    [20, 4],
    [24, 4],
    [28, 2],
    [30, 2],
    [42, 4],
  ] as const)
  const before = spoilt.readUIntLE(entry + place, size)
  const odd = random.pick([
    0,
    1,
    2,
    before - 1,
    before + 1,
    before * 2,
    random.whole(0, spoilt.length),
    0xffff,
    0x7fffffff,
  ])
  spoilt.writeUIntLE(Math.min(Math.max(odd, 0), 256 ** size - 1), entry + place, size)
  return spoilt
}

/** Changes the records of the stream `Workbook` of an .xls: their kinds, lengths, contents and order. */
export const mutateRecords: Mutation = (bytes, random) => {
  const { CFB } = sheetLibrary()
  const file = CFB.read(Buffer.from(bytes), { type: 'buffer' })
  const entry = CFB.find(file, '/Workbook') ?? CFB.find(file, '/Book')
  const stream = Buffer.from(entry!.content as Uint8Array)
  const records: Buffer[] = []
  for (let at = 0; at + 4 <= stream.length; at += records.at(-1)!.length)
    records.push(Buffer.from(stream.subarray(at, at + 4 + stream.readUInt16LE(at + 2))))
  for (let times = random.whole(1, 3); times > 0; times--) {
    const at = random.whole(0, records.length - 1)
    const record = records[at]!
    const kind = random.whole(0, 5)
    if (kind === 0) records.splice(random.whole(0, records.length), 0, record)
    else if (kind === 1) records.splice(at, 1)
    else if (kind === 2) record.writeUInt16LE(random.pick(records).readUInt16LE(0), 0)
    else if (kind === 3) record.writeUInt16LE(random.pick([0, 1, 8_224, 0xffff, random.whole(0, 0xffff)]), 2)
    else if (record.length > 4) {
      const content = mutateBytes(record.subarray(4), random).slice(0, 0xffff)
      records[at] = Buffer.concat([record.subarray(0, 4), content])
      if (kind === 4) records[at].writeUInt16LE(content.length, 2)
    }
  }
  entry!.content = Buffer.concat(records)
  entry!.size = (entry!.content as Buffer).length
  return CFB.write(file, { type: 'buffer' }) as Buffer
}
