import { readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeEach, expect, it } from 'vitest'
import { onOneDatabase } from '../support/databases.ts'
import { openKeptDesk, partsOf, type KeptDesk } from '../support/kept-report.ts'
import { wordTemplate } from '../support/word.ts'
import { brokenOrder } from '../support/word-schema.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A template with parts beside its text: `footnotes`, `endnotes`, `comments`, each with these words. */
function withBeside(texts: string[], beside: Record<string, string>): Buffer {
  const files = unzipSync(wordTemplate(texts))
  const edit = (name: string, change: (xml: string) => string) =>
    void (files[name] = strToU8(change(strFromU8(files[name]!))))
  for (const [kind, words] of Object.entries(beside)) {
    const one = kind.slice(0, -1)
    const paragraph = `<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`
    files[`word/${kind}.xml`] = strToU8(
      `<w:${kind} xmlns:w="${W}"><w:${one} w:id="2">${paragraph}</w:${one}></w:${kind}>`,
    )
    edit('word/_rels/document.xml.rels', (xml) =>
      xml.replace('</Rel', `<Relationship Id="own${kind}" Type="${REL}/${kind}" Target="${kind}.xml"/></Rel`),
    )
    const type = `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`
    edit('[Content_Types].xml', (xml) =>
      xml.replace('</Types>', `<Override PartName="/word/${kind}.xml" ContentType="${type}"/></Types>`),
    )
    if (one !== 'comment')
      edit('word/document.xml', (xml) => xml.replace('</w:p>', () => `<w:r><w:${one}Reference w:id="2"/></w:r></w:p>`))
  }
  return Buffer.from(zipSync(files))
}

onOneDatabase((_name, open) => {
  let desk: KeptDesk
  beforeEach(async () => {
    desk = await openKeptDesk(await open())
  })

  it('tags in footnotes and endnotes are filled, bound and refreshed, and the parts are notes still', async () => {
    const template = withBeside(['{EX02} here'], {
      footnotes: '{EX02.name}: {EX02}{#if EX02 more 1}, more than one{/}',
      endnotes: '{institution}, {EX02.previous2}',
    })
    const before = desk.out
    const { unknown } = await desk.write(template)
    expect(unknown).toEqual([])
    const parts = partsOf(before)
    for (const [kind, text] of [
      ['footnotes', '>2 people<'],
      ['endnotes', '>2 people<'],
    ] as const) {
      expect(parts[`word/${kind}.xml`]).toContain(text)
      expect(parts[`word/${kind}.xml`]).toContain('w:dataBinding')
      expect(parts['word/_rels/document.xml.rels']).toContain(`Type="${REL}/${kind}" Target="${kind}.xml"`)
    }
    expect(brokenOrder(readFileSync(before))).toEqual([])
    await desk.late()
    const { figures } = await desk.refresh()
    const inNote = figures.filter(({ place }) => /footnote|endnote/.test(place.en))
    expect(inNote.map(({ question, outcome }) => [question, outcome])).toEqual(
      expect.arrayContaining([
        ['EX02', 'written'],
        ['EX02.previous2', 'none'],
      ]),
    )
    expect(partsOf(desk.fresh)['word/footnotes.xml']).toContain('>3 people<')
    expect(partsOf(desk.fresh)['word/footnotes.xml']).toContain('more than one')
  })

  it('a tag that is not understood is named where it is: in a note, or where none is filled', async () => {
    const { unknown } = await desk.write(
      withBeside(['{EX02}'], { footnotes: 'See {EX0222}.', endnotes: '{EX02', comments: 'Ask {EX02} again' }),
    )
    expect(unknown.map(({ tag, place, problem }) => [tag, place.en, problem.en])).toEqual([
      ['{EX0222}', expect.stringContaining('a footnote'), expect.stringContaining('there is no such tag')],
      ['{EX02', expect.stringContaining('an endnote'), expect.stringContaining('without its partner')],
      ['{EX02}', 'a comment', expect.stringContaining('tags are filled in text')],
    ])
  })

  it('charts that are left out leave nothing behind in the file', async () => {
    await desk.write(wordTemplate(['{omit-gaps}', 'Text', '{chart EX02}', '{chart IN01}'], { chart: '{chart ST01}' }))
    const parts = partsOf(desk.out)
    const shown = [...parts['word/document.xml']!.matchAll(/<c:chart\b[^>]*r:id="([^"]+)"/g)]
    expect(shown).toHaveLength(1)
    const names = Object.keys(parts)
    expect(names.filter((name) => /^word\/charts\/[^/]+\.xml$/.test(name))).toHaveLength(1)
    expect(names.filter((name) => name.startsWith('word/embeddings/'))).toHaveLength(1)
    expect(parts['word/_rels/document.xml.rels']!.match(/\/chart"/g)).toHaveLength(1)
    expect(parts['[Content_Types].xml']!.match(/drawingml\.chart\+xml/g)).toHaveLength(1)
    expect((await desk.states()).every(([, state]) => state === 'same')).toBe(true)
  })
})
