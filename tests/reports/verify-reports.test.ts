import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { decodeEntities } from '@causeway/server/records/import/readers/xml-events'
import { escapeXml } from '@causeway/server/outlets/reports/shipped/xml'
import { onOneDatabase } from '../support/databases.ts'
import {
  controlOf,
  editDocument,
  firstParagraph,
  openKeptDesk,
  partsOf,
  withoutPart,
  type KeptDesk,
} from '../support/kept-report.ts'
import { readDocument, wordTemplate } from '../support/word.ts'
import { brokenOrder } from '../support/word-schema.ts'

onOneDatabase((_name, open) => {
  let desk: KeptDesk
  beforeEach(async () => {
    desk = await openKeptDesk(await open())
  })
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => null,
      ({ code }: { code: string }) => code,
    )

  describe('verify', () => {
    it('says what moved and why, what was edited, and what was deleted', async () => {
      await desk.write(wordTemplate(['{EX02} {EX02.previous2}', '{EX07.calendar.next}', '{EX02.border}']))
      expect(new Set((await desk.states()).map(([, state]) => state))).toEqual(new Set(['same']))
      await desk.late()
      editDocument(desk.out, (xml) =>
        xml
          .replace('>30 person-days<', '>31 person-days<')
          .replace(controlOf(xml, 'EX02.border'), '<w:r><w:t>4</w:t></w:r>'),
      )
      const { figures } = await desk.verify()
      const of = (tag: string) => figures.find(({ question }) => question === tag)!
      expect(of('EX02')).toMatchObject({
        ...{ locked: '2 people', inDocument: '2 people', today: '3 people', state: 'moved' },
        cause: { en: expect.stringContaining('1 person') },
      })
      expect(of('EX02.previous2').state).toBe('same')
      expect(of('EX07.calendar.next')).toMatchObject({
        state: 'edited',
        inDocument: '31 person-days',
        today: '30 person-days',
      })
      expect(of('EX02.border')).toMatchObject({
        state: 'gone',
        inDocument: null,
        remark: { en: expect.stringContaining('deleted') },
      })
    })

    it('names numbers that are bound to no figure, and binds them where asked', async () => {
      await desk.write(wordTemplate(['{EX07.calendar.next}, that is 30 person-days in 2023.']))
      const { unbound, bound } = await desk.verify({ bind: true })
      expect(unbound).toMatchObject([
        { text: '30 person-days', isEqual: true, figures: [{ question: 'EX07.calendar.next' }] },
      ])
      expect(bound!.count).toBe(1)
      const xml = Buffer.from(unzipSync(bound!.report)['word/document.xml']!).toString()
      expect(xml.match(/<w:tag w:val="EX07\.calendar\.next"\/>/g)).toHaveLength(2)
      expect(readDocument(bound!.report).paragraphs[0]).toBe('30 person-days, that is 30 person-days in 2023.')
    })

    it('finds a number in several runs, and one that is as the report was filled while its figure has moved', async () => {
      await desk.write(wordTemplate(['{EX02} came, 2 people in all; {EX07.calendar.next} beside 30 person-days.']))
      // As LibreOffice parts letters of different kinds.
      editDocument(desk.out, (xml) =>
        xml.replace(
          ' came, 2 people in all; ',
          ' came, </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>2</w:t></w:r><w:r><w:t xml:space="preserve"> people in all; ',
        ),
      )
      await desk.late()
      const { unbound, bound } = await desk.verify({ bind: true })
      expect(unbound).toMatchObject([
        { text: '2 people', isStale: true, figures: [{ question: 'EX02', today: '3 people' }] },
        { text: '30 person-days', isStale: false },
      ])
      // Its own period is in brackets behind the other.
      expect(bound!.count).toBe(1)
      writeFileSync(desk.out, bound!.report)
      expect(firstParagraph(desk.out)).toBe(
        '2 people came, 2 people in all; 30 person-days (calendar year 2023) beside 30 person-days.',
      )
      expect(controlOf(partsOf(desk.out)['word/document.xml']!, 'EX02')).toContain('2 people')
      await desk.refresh()
      expect(firstParagraph(desk.fresh)).toBe(
        '3 people came, 3 people in all; 30 person-days (calendar year 2023) beside 30 person-days.',
      )
      expect(brokenOrder(readFileSync(desk.fresh))).toEqual([])
    })

    it('works without the lock file, and with it where the XML part is lost; another report it refuses', async () => {
      await desk.write(wordTemplate(['{EX02}']))
      copyFileSync(desk.lockFile, `${desk.lockFile}.kept`)
      rmSync(desk.lockFile)
      expect(await desk.states()).toContainEqual(['EX02', 'same'])
      withoutPart(desk.out, /^customXml/)
      expect(await refusal(desk.verify())).toBe('REPORT_UNKNOWN')
      copyFileSync(`${desk.lockFile}.kept`, desk.lockFile)
      expect(await desk.states()).toContainEqual(['EX02', 'same'])
      rmSync(desk.lockFile)
      const alone = await desk.verify({ institution: 'X', year: 2022, language: 'en' })
      expect(alone.figures).toMatchObject([
        { question: 'EX02', state: 'same' },
        { question: 'institution', state: 'same' },
      ])
      await desk.late()
      const later = await desk.verify({ institution: 'X', year: 2022, language: 'en' })
      expect(later.figures).toMatchObject([
        { state: 'edited', inDocument: '2 people', today: '3 people' },
        { state: 'same' },
      ])
      copyFileSync(`${desk.lockFile}.kept`, desk.lockFile)
      expect(await refusal(desk.verify({ institution: 'Y' }))).toBe('OTHER_REPORT')
      expect(await refusal(desk.verify({ year: 2021 }))).toBe('OTHER_REPORT')
    })
  })

  it('refuses a document that was made to do harm, in a sentence', async () => {
    await desk.write(wordTemplate(['{EX02}']))
    const whole = readFileSync(desk.out)
    const codeOf = async (edit: (xml: string) => string, part?: string) => {
      writeFileSync(desk.out, whole)
      editDocument(desk.out, edit, part)
      rmSync(desk.lockFile, { force: true })
      return refusal(desk.verify())
    }
    const many = (what: string, count: number) => (xml: string) =>
      xml.replace('</w:body>', `${what.repeat(count)}</w:body>`)
    expect(await codeOf(many('<w:sdt></w:sdt>', 6_000))).toBe('TOO_MANY_CONTROLS')
    expect(
      await codeOf((xml) => xml.replace('</w:body>', `${'<w:p>'.repeat(900)}${'</w:p>'.repeat(900)}</w:body>`)),
    ).toBe('DOCUMENT_DAMAGED')
    expect(await codeOf((xml) => xml.replace('&quot;v1&quot;', '&quot;v1&gt;x&quot;'), 'customXml/item1.xml')).toBe(
      'REPORT_UNKNOWN',
    )
  })

  it('reads or refuses a document whose record of how it was filled was damaged, whatever became of it', async () => {
    const texts = ['{EX02} {EX02.change}', '{#if EX02 grew}It grew to {EX02}.{/}', '{#years 2}{year}: {EX02}. {/}']
    await desk.write(wordTemplate([...texts, '{table EX02 by country across sex}']))
    rmSync(desk.lockFile)
    const whole = readFileSync(desk.out)
    const memory = memoryOf(desk.out)
    const damages = [null, -1, 2e9, 'x', '2022-13-45T99:99:99Z', [], {}, [null]]
    const places = placesIn(memory)
    expect(places.length).toBeGreaterThan(60)
    const faults: string[] = []
    for (const [n, place] of places.entries())
      // Deeper values are many and alike: each gets one of the damages.
      for (const damage of place.length === 1 ? damages : [damages[n % damages.length]]) {
        writeFileSync(desk.out, whole)
        editDocument(desk.out, replaceMemory(replaced(memory, place, damage)), 'customXml/item1.xml')
        const codes = [await refusal(desk.verify()), await refusal(desk.refresh())]
        for (const code of codes) if (code === undefined) faults.push(`${place.join('.')} is ${JSON.stringify(damage)}`)
      }
    expect(faults).toEqual([])
  })
})

type Json = null | number | string | boolean | Json[] | { [name: string]: Json }

function memoryOf(path: string): Json {
  const [, text] = /<memory>(.*?)<\/memory>/s.exec(partsOf(path)['customXml/item1.xml']!)!
  return JSON.parse(decodeEntities(text!)) as Json
}

const replaceMemory = (memory: Json) => (xml: string) =>
  xml.replace(/<memory>.*<\/memory>/s, () => `<memory>${escapeXml(`${JSON.stringify(memory)} `)}</memory>`)

/** The path of every value in a JSON value, itself left out. */
function placesIn(value: Json): string[][] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inner]) => [[name], ...placesIn(inner).map((path) => [name, ...path])])
}

function replaced(value: Json, [name, ...rest]: string[], by: Json | undefined): Json {
  if (name === undefined) return by!
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as { [name: string]: Json }
  copy[name] = replaced(copy[name]!, rest, by)
  return copy as Json
}
