import { readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { ANONYMOUS } from '@causeway/server/access/viewer'
import { onOneDatabase } from '../support/databases.ts'
import { ENROLMENTS, openKeptDesk, partsOf, type KeptDesk } from '../support/kept-report.ts'
import { readDocument, wordTemplate } from '../support/word.ts'

/** In 2022/23 four of Viet Nam, three of Laos, two of Kazakhstan, one of Russia, one of nobody knows where; in 2021/22 nothing. */
const MORE = [
  ENROLMENTS,
  ...['VN', 'VN', 'LA', 'LA', 'LA', 'KZ', 'KZ', 'RU', 'unknown'].map(
    (country, n) => `M${n},PA,degree,1,${country},2022-09-01,2023-07-01`,
  ),
]

onOneDatabase((_name, open) => {
  let desk: KeptDesk
  beforeEach(async () => {
    desk = await openKeptDesk(await open())
    await desk.college.put('enrolment', MORE)
  })
  const said = async (lines: string[], locale: 'ZH' | 'EN' = 'EN') =>
    (await desk.write(wordTemplate(lines), { locale })).read.paragraphs.slice(0, lines.length)

  describe('what is made of two figures', () => {
    it('is a change, its percent, its way and its sentence, against any year', async () => {
      expect(
        await said([
          '{EX02.change.since=2020}|{EX02.percent.since=2020}|{EX02.direction.since=2020}|{EX02.comparison.since=2020}',
          '{EX02.movement.since=2020}|{EX02.movement.since=2022}',
          '{EX02.previous2.change}|{EX02.change}|{EX02.percent}',
          '{EX05.points.since=2020}|{EX05.since=2020.direction}',
        ]),
      ).toEqual([
        '+8 people|+400%|rose|up from 2 people to 10 people',
        'rose by 8 people|did not change',
        'no comparison (2019/20: no records)|no comparison (2021/22: no records)|no comparison (2021/22: no records)',
        expect.stringMatching(/^−[\d.]+ points\|fell$/),
      ])
      expect(
        await said(
          ['{接收国外留学生人数.增减.自2020年}|{EX02.增幅.自2020}|{EX02.升降.自2020}|{EX02.变化.自2020}'],
          'ZH',
        ),
      ).toEqual(['+8人|+400%|增加|由2人增至10人'])
    })

    it('names both figures in the lock file', async () => {
      const { lock } = await desk.write(wordTemplate(['{EX02.change.since=2020}'], { chart: '{chart DN01}' }))
      const own = lock.figures.filter(({ code }) => code === 'EX02')
      expect(own.map(({ period, value }) => [period.year, value]).sort()).toEqual([
        [2020, 2],
        [2022, 10],
      ])
    })

    it('is a share of the whole and a rank among the categories', async () => {
      expect(await said(['{EX02.country=VN.share}|{EX02.country=VN.rank}|{EX02.country=KZ.rank}'])).toEqual(['40%|1|3'])
      expect(await said(['{EX02.国家=老挝.占比}|{EX02.国家=老挝.排名}'], 'ZH')).toEqual(['30%|2'])
    })

    it('has no number where one of them is hidden', async () => {
      const { read, lock } = await desk.write(wordTemplate(['{EX02.country=VN.share}', '{EX02.change.since=2020}']), {
        viewer: ANONYMOUS,
      })
      expect(read.paragraphs.slice(0, 2).join()).not.toMatch(/\d+%|\+/)
      expect(lock.figures.some(({ gap }) => gap === 'SUPPRESSED')).toBe(true)
    })
  })

  describe('a loop', () => {
    it('takes the largest, the rest as one, and “and” before the last', async () => {
      expect(
        await said([
          '{#EX02.by=country top 2 rest}{and}{category} ({figure.number}, {figure.share}){/}',
          '{EX02.by=country.top=2.rest.list}',
        ]),
      ).toEqual([
        'Viet Nam (4, 40%), Laos (3, 30%) and others (3, 30%)',
        'Viet Nam (4 people), Laos (3 people) and others (3 people)',
      ])
      expect(await said(['{#EX02.按国家.前2.及其余}{和}{类别}{该值.数}{/}', '{EX02.按国家.前1.列举}'], 'ZH')).toEqual([
        '越南4、老挝3和其他3',
        '越南（4人）',
      ])
    })

    it('goes by size where it is asked, and counts the rest as GraphQL does', async () => {
      const { lock } = await desk.write(wordTemplate(['{#EX02.by=country top=2 rest}{category}{figure}{/}']))
      const rest = lock.figures.find(({ filter }) => filter.length > 0)!
      expect(rest.filter).toEqual([{ dimension: 'country', in: ['KZ', 'RU'] }])
      expect(rest.value).toBe(3)
      expect(await said(['{#EX02.by=country.size-order}{and}{category}{/}'])).toEqual([
        'Viet Nam, Laos, Kazakhstan and Russia',
      ])
    })

    it('gets another turn at a refresh, with its “and”', async () => {
      await desk.write(wordTemplate(['{#EX02.by=country top=9}{and}{category} {figure.number}{/}.']))
      await desk.college.put('enrolment', [ENROLMENTS, 'Q1,PA,degree,1,BD,2022-09-01,2023-07-01'])
      await desk.refresh()
      expect(readDocument(readFileSync(desk.fresh)).paragraphs[0]).toBe(
        'Viet Nam 4, Laos 3, Kazakhstan 2, Bangladesh 1 and Russia 1.',
      )
      expect((await desk.states(desk.fresh)).every(([, state]) => state === 'same')).toBe(true)
    })

    it('runs over the records of a type and over the lines of an official table', async () => {
      await desk.college.put('standard', [
        'code,title_zh,title_en,type,direction',
        'S1,数控标准,CNC standard,programme,own',
        'S2,酒店标准,Hotel standard,course,own',
      ])
      await desk.college.put('adoption', [
        'standard,country,adopter,adopted_on',
        'S1,VN,Hanoi College,2022-10-01',
        'S1,LA,Vientiane College,2022-11-01',
      ])
      expect(await said(['{#records standard}{and}{record}: {record.countries}{/}'])).toEqual([
        'CNC standard: Laos, Viet Nam and Hotel standard: —',
      ])
      expect(await said(['{#台账 标准}{和}{记录.标准类型}{/}'], 'ZH')).toEqual(['专业教学标准和课程标准'])
      const [lines] = await said(['{#form:international-influence/2022}{and}{line.no} {line} ({line.previous}){/}'])
      expect(lines).toMatch(/^1 1 \(no records\), 2 10 \(no records\), 3 no records/)
    })

    it('over records is refused to one who may not read them', async () => {
      const { unknown } = await desk.write(wordTemplate(['{#records standard}{record}{/}']), { viewer: ANONYMOUS })
      expect(unknown.map(({ problem }) => problem.en)).toEqual([expect.stringContaining('signing in')])
    })
  })

  describe('a condition', () => {
    it('writes what it encloses where it holds', async () => {
      expect(
        await said([
          '{#if EX02 more than 5}many{/if}{#if EX02 more 50}very many{/if}',
          '{#if EX02.previous missing}nothing{/}{#if not EX02 missing}something{/}',
          '{#if EX02 grew}grew{/}{#if EX02 fell}fell{/}{#if EX02 unchanged}same{/}',
          '{#EX02.by=country}{#if figure more 2}{category} {/}{/}',
        ]),
      ).toEqual(['many', 'nothingsomething', '', 'Laos Viet Nam '])
      expect(await said(['{#如果 EX02 多于5}多{/}{#若 EX02 少于5}少{/}{#若 非 EX02 缺数}有{/}'], 'ZH')).toEqual([
        '多有',
      ])
    })

    it('that holds no more is named at a refresh, and what it wrote is taken out', async () => {
      await desk.write(wordTemplate(['{#if EX02 more 9}More than nine, {EX02}.{/if}{#if EX02 less 10}Few.{/if}']))
      await desk.college.put(
        'enrolment',
        [ENROLMENTS, 'M0,PA,degree,1,VN,2021-09-01,2022-07-01']
          .slice(0, 1)
          .concat('L3,PA,degree,1,VN,2022-09-01,2023-07-01'),
      )
      await desk.college.put('enrolment', [`${ENROLMENTS},outcome`, 'NEW,PA,degree,1,VN,2022-09-01,2023-07-01,'])
      const { said: grown } = await desk.refresh()
      expect(grown).toEqual([])
      expect(readDocument(readFileSync(desk.fresh)).paragraphs[0]).toBe('More than nine, 11 people.')
      const less = wordTemplate(['{#if EX02 less 12}Fewer than twelve, {EX02}.{/if}'])
      await desk.write(less)
      await desk.college.put('enrolment', [ENROLMENTS, 'NEW2,PA,degree,1,VN,2022-09-01,2023-07-01'])
      const { said: broken } = await desk.refresh()
      expect(broken).toMatchObject([{ en: expect.stringContaining('holds no more') }])
      expect(readDocument(readFileSync(desk.fresh)).paragraphs[0]).toBe('')
    })
  })

  describe('gaps', () => {
    it('leave their paragraph, row or table out where the tag or the document says so', async () => {
      const table = { table: { head: ['a', 'b'], row: ['{year}', '{EX02.number}'], widths: [1, 1] } }
      const { read } = await desk.write(
        wordTemplate(['{omit-gaps}', 'Before', 'Gone: {EX02.previous}', table, 'Kept: {EX02} {EX02.previous}']),
      )
      expect(read.paragraphs.slice(0, 4)).toEqual(['', 'Before', 'Kept: 10 people no records', ''])
      expect(read.rows.slice(1).map(([year]) => year)).toEqual(['2020/21', '2022/23'])
      expect(await said(['One', 'Gone: {EX02} {EX02.previous.omit}', 'Two'])).toEqual(['One', 'Two', ''])
      expect(await said(['一', '略：{EX02.上年.缺则略}', '二'], 'ZH')).toEqual(['一', '二', ''])
    })

    it('leave a table of which only its head is left out with its caption', async () => {
      const table = {
        table: { head: ['a', 'b'], row: ['{year}', '{EX02.previous9.number}'], widths: [1, 1] },
      }
      const caption = { style: 'caption' as const, text: 'Table 1' }
      const { read } = await desk.write(wordTemplate(['{omit-gaps}Before', caption, table, 'After']))
      expect(read.paragraphs.slice(0, 2)).toEqual(['Before', 'After'])
      expect(read.rows).toEqual([])
    })

    it('leave a chart without a number out with its caption, and headings with nothing below them', async () => {
      const heading = (level: 1 | 2, text: string) => ({ style: `heading${level}` as const, text })
      const { read } = await desk.write(
        wordTemplate(
          [
            ...[
              heading(1, 'Kept'),
              heading(2, 'Gone'),
              'None: {EX02.previous}',
              heading(2, 'Also kept'),
              '{EX02}{omit-gaps}',
            ],
            ...[
              heading(1, 'Gone whole'),
              heading(2, 'Gone'),
              'None: {EX02.previous}',
              heading(2, 'Gone too'),
              '{EX07.previous}',
            ],
            ...[
              heading(1, 'Empty as it was written'),
              heading(1, 'Charts'),
              { style: 'caption' as const, text: 'Figure 1' },
            ],
          ],
          { chart: '{chart EX02.previous9}' },
        ),
      )
      expect(read.paragraphs).toEqual(['Kept', 'Also kept', '10 people', 'Empty as it was written'])
      expect(read.xml).not.toContain('<c:chart ')
      expect((await desk.states()).filter(([, state]) => state !== 'same')).toEqual([])
    })

    it('leave what is the last under its heading then free of the page of the next heading', async () => {
      const heading = (text: string) => ({ style: 'heading1' as const, text })
      const table = { table: { head: ['a', 'b'], row: ['{year}', '{EX02.number}'], widths: [1, 1] } }
      const chart = { chart: { tag: '{chart EX02.previous9}', description: 'a chart', series: ['One'] } }
      const template = wordTemplate([heading('One'), table, chart, heading('Two'), '{EX02}{omit-gaps}'])
      const files = unzipSync(template)
      const kept = strFromU8(files['word/document.xml']!).replaceAll(
        /<w:pStyle w:val="Table\w+"\/>/g,
        '$&<w:keepNext/>',
      )
      await desk.write(Buffer.from(zipSync({ ...files, 'word/document.xml': strToU8(kept) })))
      const rows = partsOf(desk.out)['word/document.xml']!.match(/<w:tr>.*?<\/w:tr>/g)!
      const keeps = rows.map((row) => [...row.matchAll(/<w:keepNext[^>]*>/g)].map(([tag]) => tag))
      expect(keeps[0]).toEqual(['<w:keepNext/>', '<w:keepNext/>'])
      expect(keeps.at(-1)).toEqual(['<w:keepNext w:val="0"/>', '<w:keepNext w:val="0"/>'])
    })

    it('that have a number since are named at a refresh, and no control of theirs is missed', async () => {
      await desk.write(wordTemplate(['First', 'Gone: {EX02.previous.omit}']))
      expect((await desk.states()).map(([question]) => question)).not.toContain('EX02.previous.omit')
      await desk.college.put('enrolment', [ENROLMENTS, 'P1,PA,degree,1,VN,2021-09-01,2022-07-01'])
      const { said: since } = await desk.refresh()
      expect(since).toMatchObject([{ en: expect.stringContaining('EX02.previous.omit, left out') }])
      expect(Object.values(partsOf(desk.fresh)).join('')).not.toContain('undefined')
    })
  })

  it('asks for targets and peers as the page has them', async () => {
    await desk.college.put('target', ['plan,indicator,year,value', '14-5,EX02,2022,20'])
    expect(await said(['{EX02.target} {EX02.progress}', '{EX02.previous.target}', '{EX02.peer-mean}'])).toEqual([
      '20 people 50%',
      'no target',
      'no comparable peers',
    ])
    expect(await said(['{#if EX02 reached}yes{/}{#if not EX02 reached}no{/}'])).toEqual(['no'])
  })
})
