import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { ANONYMOUS } from '@causeway/server/access/viewer'
import { refreshReport } from '@causeway/server/outlets/reports/kept/refresh-report'
import { onOneDatabase } from '../support/databases.ts'
import { editDocument, openKeptDesk, type KeptDesk } from '../support/kept-report.ts'
import { wordTemplate } from '../support/word.ts'

/** Two people of Thailand in 347 person-days, which the public may not know, beside 63 of Kazakhstan. */
const SESSIONS = [
  'session,start,end,training_days,headcount,country',
  'H1,2022-10-01,2023-06-30,173.5,2,TH',
  'H2,2022-10-01,2022-10-02,2,63,KZ',
]
/** The hidden figure, the days of each of the two, and what it is of the whole. */
const SECRETS = /(?<![\d.])(?:347|173\.5|68\.9\d*|69%)(?!\d)/

const TEMPLATE = () =>
  wordTemplate(
    [
      '{EX07.country=TH} {EX07.country=TH.number} {EX07.country=TH.size}, {EX07.country=TH.share}, {EX07.country=TH.rank}',
      '{EX07.country=TH.comparison} {EX07.country=TH.change} {EX07.country=TH.percent} {EX07.country=TH.movement}',
      '{EX07.country=TH.summary}',
      '{#EX07.by=country size-order}{and}{category} {figure} {figure.share}{/}',
      '{EX07.by=country.list}',
      '{#if EX07.country=TH more 100}branch that tells{/}{#if EX07.country=TH less 100}branch that tells{/}',
      {
        table: {
          head: ['a', 'b', 'c'],
          row: ['{year}', '{EX07.country=TH.number}', '{EX08.country=TH}'],
          widths: [1, 1, 1],
        },
      },
      '{table EX07 by country years 2}',
      '{chart EX07 by country years 2}',
      '{chart lines EX07.country=TH years=3}',
    ],
    {
      chart: '{chart EX07.country=TH years=3}',
      description: 'Days: {EX07.country=TH}, {EX07.country=TH.summary}',
      header: '{EX07.country=TH}',
    },
  )

/** Every part of a document as text, and every part of the workbooks in it. */
function everything(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .map(([name, content]) =>
      /\.(xlsx|docx|zip)$/.test(name) ? everything(content) : `${name}: ${strFromU8(content)}`,
    )
    .join('\n')
}

/** Without what no figure is in: ids and hashes, sizes and places of a drawing, looks. */
function figuresIn(text: string): string {
  return text
    .replaceAll(/[0-9A-Fa-f]{8}-[0-9A-Fa-f-]{27}|[0-9a-f]{64}|[0-9A-F]{64}/g, '')
    .replaceAll(/ (?:w|cx|cy|sz|id|rsid\w*|w:w|w:val|w:id|w:sz|w:line|val|Id|r:id|xmlns\S*)="[^"]*"/g, '')
}

onOneDatabase((_name, open) => {
  let desk: KeptDesk
  beforeEach(async () => {
    desk = await openKeptDesk(await open())
    await desk.college.put('training-session', SESSIONS)
  })
  const written = (path: string) =>
    figuresIn(everything(readFileSync(path)) + readFileSync(path.replace('.docx', '.lock.json'), 'utf8'))
  const before = (text: string) => SECRETS.exec(text) && text.slice(SECRETS.exec(text)!.index - 120).slice(0, 200)

  it('what one may see who sees all has the figure in text, table, chart, workbook, XML part and lock', async () => {
    await desk.write(TEMPLATE())
    const text = written(desk.out)
    expect(text).toContain('branch that tells')
    expect(text.match(/(?<!\d)347(?!\d)/g)!.length).toBeGreaterThan(20)
    for (const part of [
      'document.xml',
      'header1.xml',
      'charts/chart1.xml',
      'charts/chart2.xml',
      'sheet1.xml',
      'customXml/item1.xml',
    ]) {
      const from = text.indexOf(part)
      expect([part, from >= 0 && text.indexOf('347', from) > from]).toEqual([part, true])
    }
  })

  it('what is written for the public has it nowhere', async () => {
    const { lock } = await desk.write(TEMPLATE(), { viewer: ANONYMOUS })
    expect(lock.figures.filter(({ gap }) => gap === 'SUPPRESSED').length).toBeGreaterThan(3)
    const text = written(desk.out)
    expect(before(text)).toBeNull()
    expect(text).not.toContain('branch that tells')
  })

  describe('a report that had it, refreshed for the public', () => {
    const forPublic = (more: object) =>
      refreshReport(desk.college.causeway, ANONYMOUS, {
        report: desk.out,
        out: desk.fresh,
        take: true,
        tracked: false,
        ...more,
      })
    // A condition that held is a person's to take out, with the words it wrote.
    const plain = () =>
      wordTemplate(
        [
          '{EX07.country=TH} {EX07.country=TH.change} {EX07.country=TH.summary}',
          '{table EX07 by country years 2}',
          '{chart EX07 by country years 2}',
        ],
        {
          chart: '{chart EX07.country=TH years=3}',
          description: '{EX07.country=TH.summary}',
          header: '{EX07.country=TH}',
        },
      )

    it.each([false, true])('has it nowhere; as tracked changes: %s', async (tracked) => {
      await desk.write(plain())
      await forPublic({ tracked })
      expect(before(written(desk.fresh))).toBeNull()
    })

    it('has it in no comment beside a sentence that a person edited', async () => {
      await desk.write(plain())
      editDocument(desk.out, (xml) =>
        xml.replace(/347 person-days in 2022\/23/g, 'some days in 2022/23').replaceAll('347', 'many'),
      )
      await forPublic({})
      expect(before(written(desk.fresh))).toBeNull()
    })
  })
})
