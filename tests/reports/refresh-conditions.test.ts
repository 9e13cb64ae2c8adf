import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { onOneDatabase } from '../support/databases.ts'
import {
  editDocument,
  ENROLMENTS,
  firstParagraph,
  openKeptDesk,
  partsOf,
  type KeptDesk,
} from '../support/kept-report.ts'
import { readDocument, wordTemplate } from '../support/word.ts'
import { brokenOrder } from '../support/word-schema.ts'

onOneDatabase((_name, open) => {
  let desk: KeptDesk
  beforeEach(async () => {
    desk = await openKeptDesk(await open())
  })

  describe('what a condition wrote', () => {
    const CONDITIONS =
      '{#if EX02 more 2}Over two: {EX02}.{/if}{#if not EX02 more 2}Just {EX02.number}, no more.{/if} End'
    const fresh = () => readDocument(readFileSync(desk.fresh)).paragraphs

    it('is made anew where it is unedited, and follows the data from then on', async () => {
      const { read } = await desk.write(wordTemplate([CONDITIONS, 'After']))
      expect(read.paragraphs[0]).toBe('Just 2, no more. End')
      await desk.late()
      const { said } = await desk.refresh()
      expect(fresh().slice(0, 2)).toEqual(['Over two: 3 people. End', 'After'])
      expect(said.map(({ en }) => en)).toEqual([
        expect.stringContaining('holds now: what it says was written'),
        expect.stringContaining('holds no more: what it wrote was taken out'),
      ])
      expect((await desk.states(desk.fresh)).every(([, state]) => state === 'same')).toBe(true)
      await desk.college.put('enrolment', [ENROLMENTS, 'N2,PA,degree,1,VN,2022-10-01,2023-07-01'])
      await desk.refresh({ report: desk.fresh, out: desk.out })
      expect(firstParagraph(desk.out)).toBe('Over two: 4 people. End')
    })

    it('stays where it was edited, with a comment that says how it would read', async () => {
      await desk.write(wordTemplate([CONDITIONS]))
      editDocument(desk.out, (xml) => xml.replace('no more.', 'not a soul more.'))
      await desk.late()
      const { said } = await desk.refresh()
      expect(fresh()[0]).toBe('Just 3, not a soul more. End')
      expect(said).toMatchObject([{ en: expect.stringContaining('with a comment') }, {}])
      const parts = partsOf(desk.fresh)
      expect(parts['word/comments.xml']).toContain('it would read here: Over two: 3 people.')
      expect(parts['word/document.xml']).toMatch(
        /<w:commentRangeStart w:id="0"\/>.*Just .*<w:commentRangeEnd w:id="0"\/>/,
      )
      await desk.refresh({ report: desk.fresh, out: desk.out })
      expect(partsOf(desk.out)['word/comments.xml']!.match(/<w:comment /g)).toHaveLength(1)
    })

    it.each([
      [
        'typed over',
        (xml: string) =>
          xml.replace(
            /(<w:bookmarkStart w:id="(\d+)" w:name="\w+_1"\/>)<w:bookmarkEnd w:id="\2"\/>/,
            '<w:r><w:t>Ours. </w:t></w:r>',
          ),
      ],
      [
        'left and something typed there',
        (xml: string) =>
          xml.replace(
            /<w:bookmarkStart w:id="(\d+)" w:name="\w+_1"\/><w:bookmarkEnd w:id="\1"\/>/,
            '$&<w:r><w:t>Ours. </w:t></w:r>',
          ),
      ],
      [
        'deleted with what was beside it',
        (xml: string) =>
          xml.replace(
            /<w:bookmarkStart w:id="(\d+)" w:name="\w+_1"\/><w:bookmarkEnd w:id="\1"\/>(<w:r>.*?<\/w:r>)?/,
            '',
          ),
      ],
      [
        'typed over with its whole paragraph',
        (xml: string) =>
          xml.replace(
            /<w:r><w:t xml:space="preserve">Before\. <\/w:t>.*?After\.<\/w:t><\/w:r>/,
            '<w:r><w:t>Before. All ours.</w:t></w:r>',
          ),
      ],
    ])('comes as a comment in its paragraph where its empty place was %s', async (_how, edit) => {
      await desk.write(wordTemplate(['Before. {#if EX02 more 2}Over two: {EX02}. {/if}After.', 'Another']))
      editDocument(desk.out, edit)
      const before = firstParagraph(desk.out)
      await desk.late()
      const { said } = await desk.refresh()
      expect(firstParagraph(desk.fresh)).toBe(before)
      expect(said).toMatchObject([{ en: expect.stringContaining('with a comment') }])
      const parts = partsOf(desk.fresh)
      expect(parts['word/comments.xml']).toContain('it would read here: Over two: 3 people. ')
      expect(parts['word/document.xml']).toMatch(
        /<w:commentRangeStart w:id="0"\/>.*Before\..*<w:commentRangeEnd w:id="0"\/>.*Another/,
      )
      expect(brokenOrder(readFileSync(desk.fresh))).toEqual([])
      // Said once.
      await desk.refresh({ report: desk.fresh, out: desk.out })
      expect(partsOf(desk.out)['word/comments.xml']!.match(/<w:comment /g)).toHaveLength(1)
      await desk.college.put('enrolment', [ENROLMENTS, 'N1,PA,degree,1,CN,2022-10-01,2023-07-01'])
      await desk.refresh({ report: desk.out })
      expect(firstParagraph(desk.fresh)).toBe(before)
      expect(partsOf(desk.fresh)['word/comments.xml']).toContain('the comment that was put here before can be deleted')
    })

    it('comes as a comment in a cell of a table too', async () => {
      const row = ['a', 'Few. {#if EX02 more 2}Over two.{/if}']
      await desk.write(wordTemplate([{ table: { head: ['x', 'y'], rows: [row], widths: [1, 1] } }]))
      expect(brokenOrder(readFileSync(desk.out))).toEqual([])
      editDocument(desk.out, (xml) =>
        xml.replace(/<w:bookmarkStart w:id="(\d+)" w:name="\w+_1"\/><w:bookmarkEnd w:id="\1"\/>/, ''),
      )
      await desk.late()
      await desk.refresh()
      expect(partsOf(desk.fresh)['word/comments.xml']).toContain('it would read here: Over two.')
      expect(partsOf(desk.fresh)['word/document.xml']).toMatch(/<w:tc>(?:(?!<\/w:tc>).)*commentRangeStart.*Few\./)
      expect(brokenOrder(readFileSync(desk.fresh))).toEqual([])
    })

    it('is made anew over an edit where that is asked, as tracked changes', async () => {
      await desk.write(wordTemplate([CONDITIONS]))
      editDocument(desk.out, (xml) => xml.replace('no more.', 'not a soul more.'))
      await desk.late()
      await desk.refresh({ take: true, tracked: true })
      expect(fresh()[0]).toBe('Over two: 3 people. End')
      expect(partsOf(desk.fresh)['word/document.xml']).toMatch(/<w:del [^>]*>.*not a soul more\..*<\/w:del>/)
    })

    it('is found where a program wrote its bookmark over the next one', async () => {
      await desk.write(wordTemplate([CONDITIONS]))
      const [one, other] = [1, 2].map((n) => `_${n}"`)
      editDocument(desk.out, (xml) => {
        const start = new RegExp(`<w:bookmarkStart w:id="\\d+" w:name="\\w+${other}/>`).exec(xml)![0]
        expect(xml.indexOf(start)).toBeGreaterThan(xml.indexOf(one!))
        return xml.replace(start, '').replace('<w:bookmarkEnd', `${start}<w:bookmarkEnd`)
      })
      await desk.late()
      await desk.refresh()
      expect(fresh()[0]).toBe('Over two: 3 people. End')
      await desk.college.put('enrolment', [ENROLMENTS, 'N1,PA,degree,1,LA,2021-10-01,2022-07-01'])
      await desk.refresh({ report: desk.fresh, out: desk.out })
      expect((await desk.states(desk.out)).every(([, state]) => state === 'same')).toBe(true)
    })

    it('over several paragraphs leaves no empty ones, and has a comment where it holds no more', async () => {
      const { read } = await desk.write(wordTemplate(['{#if not EX02 more 2}', 'Only {EX02}.', '{/if}', 'After']))
      expect(read.paragraphs.slice(0, 2)).toEqual(['Only 2 people.', 'After'])
      await desk.late()
      await desk.refresh()
      expect(partsOf(desk.fresh)['word/comments.xml']).toContain('not EX02 more 2 no longer holds')
      expect(brokenOrder(readFileSync(desk.fresh))).toEqual([])
    })
  })
})
