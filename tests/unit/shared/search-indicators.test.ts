import { describe, expect, it } from 'vitest'
import { findMatch, searchIndicators, type Searchable } from '@causeway/shared/search-indicators'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { needsOf } from '@causeway/server/figures/indicators/reads'
import { pinyinOf } from '@causeway/server/ground/pinyin'

const ALL: Searchable[] = CATALOGUE.map(({ id, code, name, definition }) => ({
  ...{ id, code, name, definition },
  pinyin: pinyinOf(name.zh),
}))
const codesFor = (typed: string) => searchIndicators(ALL, typed).map(({ it: { code } }) => code)
const marked = (code: string, typed: string) => {
  const one = ALL.find((it) => it.code === code)!
  return findMatch(one, typed)?.name.zh.map(([from, to]) => one.name.zh.slice(from, to))
}

describe('finding an indicator by what somebody types', () => {
  it('takes a code, in either case, and puts it first', () => {
    expect(codesFor('EX07')[0]).toBe('EX07')
    expect(codesFor('ex07')[0]).toBe('EX07')
    expect(codesFor('training-person-days')).toEqual(['EX07'])
  })

  it('takes a name in Chinese and in English, its words in any order', () => {
    expect(codesFor('留学生')).toContain('EX02')
    expect(codesFor('接收国外 专业')[0]).toBe('EX03')
    expect(codesFor('students foreign')).toContain('EX02')
    expect(codesFor('没有这样的指标')).toEqual([])
  })

  it('takes the initials of the pinyin, with one letter or two for zh, ch and sh', () => {
    // 接收国外留学生人数
    expect(codesFor('jsgwlxs')).toContain('EX02')
    expect(codesFor('jsgwlxsh')).toContain('EX02')
    expect(marked('EX02', 'lxs')).toEqual(['留学生'])
  })

  it('takes the pinyin in full, typed in part, or mixed with initials', () => {
    expect(codesFor('liuxuesheng')).toContain('EX02')
    expect(marked('EX02', 'liuxuesh')).toEqual(['留学生'])
    expect(marked('EX02', 'liuxsheng')).toEqual(['留学生'])
    expect(codesFor("liu'xue")).toContain('EX02')
    expect(codesFor('jiuyelv')).toEqual(codesFor('jiuyelü'))
  })

  it('reads past brackets, and begins at a character only', () => {
    // （非全日制）国（境）外人员培训量
    expect(marked('EX07', 'gjwrypxl')).toEqual(['国（境）外人员培训量'])
    // iuxue ends 留学 and begins nothing
    expect(codesFor('iuxue')).toEqual([])
  })

  it('looks into the wording of official lines and into definitions last, and says so', () => {
    const line = { zh: '专任教师赴国外指导时间', en: 'Time of teachers abroad' }
    const one: Searchable = {
      ...{ id: 'a', code: 'A1', name: { zh: '甲', en: 'First' }, pinyin: ['jia'], lines: [line] },
      definition: { zh: '乙方', en: 'what the other side gives' },
    }
    expect(findMatch(one, '指导')).toMatchObject({ in: 'line', line })
    expect(findMatch(one, 'other SIDE')).toMatchObject({ in: 'definition' })
    expect(findMatch(one, 'first side')).toMatchObject({ in: 'definition', name: { en: [[0, 5]] } })
    const other: Searchable = { ...one, code: 'B1', name: { zh: '乙', en: 'Other' }, definition: undefined }
    expect(searchIndicators([one, other], 'other').map(({ it: { code } }) => code)).toEqual(['B1', 'A1'])
  })

  it('marks what was found whatever the width and case it was typed in', () => {
    const one = ALL.find(({ code }) => code === 'EX07')!
    const [[from, to]] = findMatch(one, 'PERSON')!.name.en as [readonly [number, number]]
    expect(one.name.en.slice(from, to).toLowerCase()).toBe('person')
    expect(marked('EX07', '国(境)外')).toEqual(['国（境）外'])
  })
})

describe('the pinyin of the catalogue', () => {
  it('has a syllable for every character of every name', () => {
    for (const { name } of CATALOGUE) expect(pinyinOf(name.zh), name.zh).toHaveLength([...name.zh].length)
  })

  it('reads characters of several sounds as their word does', () => {
    expect(pinyinOf('行业').join(' ')).toBe('hang ye')
    expect(pinyinOf('就业率').join(' ')).toBe('jiu ye lv')
    expect(pinyinOf('重点').join(' ')).toBe('zhong dian')
  })
})

describe('what an indicator needs', () => {
  it('names record types and their fields, those that the declaration reads and no others', () => {
    const needs = needsOf(CATALOGUE.find(({ code }) => code === 'EX10')!)
    expect(needs.map(({ recordType, fields }) => [recordType.name, fields.map(({ name }) => name)])).toEqual([
      [
        'mobility',
        ['person', 'headcount', 'direction', 'audience', 'purpose', 'country', 'partner', 'start', 'end', 'virtual'],
      ],
      ['partner', ['going_out']],
    ])
  })

  it('is said of every indicator, and every record type it names has fields to fill in', () => {
    for (const one of CATALOGUE) {
      const needs = needsOf(one)
      expect(needs.length, one.code).toBeGreaterThan(0)
      for (const { recordType, fields } of needs)
        expect(fields.length, `${one.code} ${recordType.name}`).toBeGreaterThan(0)
    }
  })
})
