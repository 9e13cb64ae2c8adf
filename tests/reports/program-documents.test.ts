import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { beforeEach, expect, it } from 'vitest'
import { ROOT } from '../architecture/source-files.ts'
import { onOneDatabase } from '../support/databases.ts'
import { openKeptDesk, partsOf, type KeptDesk } from '../support/kept-report.ts'
import { readDocument } from '../support/word.ts'
import { brokenOrder } from '../support/word-schema.ts'

/** A whole document as a program writes it: all its parts, by hand. */
function documentOf(program: string): Record<string, Uint8Array> {
  const folder = join(ROOT, 'tests/support/documents', program)
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  const path = ({ parentPath, name }: { parentPath: string; name: string }) => join(parentPath, name)
  return Object.fromEntries(names.map((one) => [path(one).slice(folder.length + 1), readFileSync(path(one))]))
}

/** Filled and refreshed; all else is its writer's. */
const OURS =
  /^(word\/(document|header1|footnotes)\.xml|customXml\/(item2\.xml|itemProps2\.xml|_rels\/item2\.xml\.rels)|word\/_rels\/document\.xml\.rels|\[Content_Types\]\.xml)$/
/** Of those, what a refresh writes. */
const REFRESHED = /^(word\/(document|footnotes)\.xml|customXml\/item2\.xml)$/

onOneDatabase((_name, open) => {
  let desk: KeptDesk
  beforeEach(async () => {
    desk = await openKeptDesk(await open())
  })

  it.each(['word', 'wps'])(
    'a whole document of %s is filled, verified and refreshed, and the rest stays',
    async (program) => {
      const template = documentOf(program)
      const { read, unknown } = await desk.write(Buffer.from(zipSync(template)), { locale: 'ZH', strict: true })
      expect(unknown).toEqual([])
      expect(brokenOrder(readFileSync(desk.out))).toEqual([])
      expect(read.header).toBe('甲 & 乙 <学院>　2022—2023学年')
      expect(read.paragraphs).toEqual(['一、学生', '接收留学生2人，上年未填报。', '完。', '甲 & 乙 <学院>　报'])
      expect(read.rows).toEqual([
        ['国家', '人数'],
        ['越南', '2'],
      ])
      const filled = partsOf(desk.out)
      expect(filled['word/footnotes.xml']).toContain('>2022—2023学年<')
      // What a program marks runs with stays beside what was filled.
      expect(filled['word/document.xml']).toContain(
        program === 'word' ? 'w:rsidRPr="00D11C02"' : '<w:lang w:val="en-US" w:eastAsia="zh-CN"/>',
      )
      expect(filled['word/document.xml']).toContain('w:tag w:val="校名"')
      const before = partsOf(desk.out)
      const given = Object.keys(template).filter((name) => !OURS.test(name))
      expect(given.length).toBeGreaterThan(10)
      for (const name of given) expect([name, before[name]]).toEqual([name, textOf(name, template[name]!)])
      expect((await desk.states()).every(([, state]) => state === 'same')).toBe(true)

      await desk.late()
      const { figures } = await desk.refresh()
      const written = figures.filter(({ outcome }) => outcome === 'written').map(({ question }) => question)
      expect(written).toEqual(['EX02', expect.stringContaining('该值.数')])
      const fresh = readDocument(readFileSync(desk.fresh))
      expect(fresh.paragraphs.slice(1, 3)).toEqual(['接收留学生3人，上年未填报。', '多于两人：3人。完。'])
      expect(fresh.rows[1]).toEqual(['越南', '3'])
      expect(brokenOrder(readFileSync(desk.fresh))).toEqual([])
      const after = partsOf(desk.fresh)
      expect(Object.keys(after)).toEqual(Object.keys(before))
      for (const name of Object.keys(before).filter((one) => !REFRESHED.test(one)))
        expect([name, after[name]]).toEqual([name, before[name]])
      expect(after['word/footnotes.xml']).toBe(before['word/footnotes.xml'])
      expect((await desk.states(desk.fresh)).every(([, state]) => state === 'same')).toBe(true)
    },
  )
})

/** As `partsOf` reads it. */
const textOf = (name: string, content: Uint8Array) =>
  Buffer.from(content).toString(/\.(xml|rels)$/.test(name) ? 'utf8' : 'latin1')
