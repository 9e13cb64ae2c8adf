import { expect, test } from 'vitest'
import { newDraft, type Draft, type ReadingChange } from '../../../web/src/features/data/import/import-draft.ts'
import { proposeDays } from '../../../web/src/features/data/import/known-terms.ts'
import {
  answersOf,
  changesOfNew,
  type Decision,
  type NamesOfField,
  factsGiven,
  factsOffered,
} from '../../../web/src/features/data/import/named-entries.ts'
import { takeMoves, takeTerms, undoMove } from '../../../web/src/features/data/import/taken-moves.ts'
import type { ImportReport } from '../../../web/src/graph/generated.ts'

const BASE = '{"type":"mobility","fields":{"person":"学号"}}'
const about = { institution: 'X', everywhere: false, file: new File([], 'a.csv'), type: 'mobility', forUnit: null }

function take(draft: Draft, id: string, changes: ReadingChange[], kind: 'RANGE' | 'HEADER_ROWS' = 'RANGE'): Draft {
  const report = { reading: draft.reading ?? BASE } as ImportReport
  return { ...draft, ...takeMoves(draft, report, [{ id, kind, sentence: id, columns: [3], changes }]) }
}

const read = ({ reading }: Draft) => reading && (JSON.parse(reading) as object)

test('a move that is undone leaves those that were taken after it, unless it made other columns', () => {
  const begun = {
    ...newDraft(about),
    columns: { 1: 'country', 3: 'start' },
    constants: { end: '2023-01-01', direction: 'out' },
  }
  const first = take(begun, 'range', [[['fields', 'end'], { column: '起止', range: 'end' }]])
  // What was chosen of the column that it reads, or said of the field, gave way.
  expect(first).toMatchObject({ columns: { 1: 'country' }, constants: { direction: 'out' } })
  expect(Object.keys(first.columns)).toEqual(['1'])
  const both = take(first, 'create', [
    [['create'], ['programme']],
    [['fields', 'person'], null],
  ])
  expect(read(both)).toEqual({
    type: 'mobility',
    fields: { end: { column: '起止', range: 'end' } },
    create: ['programme'],
  })

  expect(read({ ...both, ...undoMove(both, 'create') })).toEqual(read(first))
  const back = { ...first, ...undoMove(first, 'range') }
  expect([back.reading, back.columns, back.taken]).toEqual([null, begun.columns, []])
  const third = take(both, 'third', [
    [
      ['terms', '秋'],
      ['2023-09-01', '2024-01-15'],
    ],
  ])
  const without = { ...third, ...undoMove(third, 'create') }
  expect(read(without)).toEqual({ ...read(first), terms: { 秋: ['2023-09-01', '2024-01-15'] } })
  expect(without.taken.map(({ id }) => id)).toEqual(['range', 'third'])
  // A second undo knows nothing of the first.
  expect(read({ ...without, ...undoMove(without, 'third') })).toEqual(read(first))

  // Taken together, the first is undone by itself too.
  const moves = (['a', 'b'] as const).map((id) => ({ ...{ id, kind: 'RANGE' as const, sentence: id, columns: [] } }))
  const together = takeMoves(begun, { reading: BASE } as ImportReport, [
    { ...moves[0]!, changes: [[['create'], ['programme']]] },
    { ...moves[1]!, changes: [[['empty'], ['/']]] },
  ])
  const one = { ...begun, ...together, ...undoMove({ ...begun, ...together }, 'a') }
  expect([read(one), one.taken.map(({ id }) => id)]).toEqual([{ ...JSON.parse(BASE), empty: ['/'] }, ['b']])
  expect(undoMove(one, 'b').taken).toEqual([])

  const header = take(first, 'header', [[['header_rows'], 2]], 'HEADER_ROWS')
  const later = take(header, 'later', [[['create'], ['programme']]])
  const undone = { ...later, ...undoMove(later, 'header') }
  expect([read(undone), undone.taken.length]).toEqual([read(first), 1])
})

test('a term that is known in another year is proposed with that many years between', () => {
  const reading = JSON.stringify({
    terms: { '2023年秋季学期': ['2023-09-01', '2024-01-15'], '2023-2024学年第二学期': ['2024-02-29', '2024-07-10'] },
  })
  const days = (term: string) => proposeDays(term, reading)?.days
  expect(days('2024年秋季学期')).toEqual(['2024-09-01', '2025-01-15'])
  expect(days('2024-2025学年第二学期')).toEqual(['2025-02-28', '2025-07-10'])
  expect([days('2024年春季学期'), days('2024-2026学年第二学期'), days('秋季学期')]).toEqual(Array(3).fill(undefined))
  expect(proposeDays('2024年秋季学期', null)).toBeNull()
})

test('days that were written for a term are taken together, where both are and the file asks for them', () => {
  const words = ['秋季学期', '春季学期'].map((value) => ({ code: 'UNKNOWN_TERM', value }))
  const report = { reading: BASE, words } as ImportReport
  const autumn = ['2023-09-01', '2024-01-15'] as const
  const draft = { ...newDraft(about), terms: { 秋季学期: autumn, 春季学期: ['2024-02-20', ''], 夏季: autumn } as const }
  const taken = { ...draft, ...takeTerms(draft, report, '; ') }
  expect(read(taken)).toEqual({ ...JSON.parse(BASE), terms: { 秋季学期: autumn } })
  expect(taken.terms).toEqual({})
  expect(taken.taken.map(({ sentence }) => sentence)).toEqual(['秋季学期 = 2023-09-01 → 2024-01-15'])
  expect(takeTerms({ ...draft, terms: {} }, report, '; ')).toEqual({})
})

test('names that no register has: each is made, is one that is there, or is the same as another', () => {
  const named = (name: string, ...others: string[]) => ({ name, others, rows: 1, nearest: [] })
  const of = {
    field: { name: 'partner' },
    recordType: 'mobility',
    register: { field: 'partner', recordType: { name: 'partner', label: '合作机构' } },
    names: [named('甲大学', '甲大學'), named('甲大'), named('乙学院'), named('丙')],
  } as unknown as NamesOfField
  const decisions = new Map<string, Decision>([
    ['甲大学', { is: 'new' }],
    ['甲大', { is: 'same', as: '甲大学' }],
    ['乙学院', { is: 'code', code: 'P1' }],
    ['丙', { is: 'new' }],
  ])
  const reading = '{"type":"mobility","fields":{"partner":{"column":"院校"}},"create":["programme"]}'
  const decided = { reading, of, decisions, facts: { country: { all: 'CN', each: { 甲大学: 'TH' } } } }
  const answers = answersOf(decided).map(({ recordType, field, text, value }) =>
    [recordType, field, text, value].join(' '),
  )
  expect(answers).toEqual([
    'mobility partner 甲大學 甲大学',
    'mobility partner 甲大 甲大学',
    'mobility partner 乙学院 P1',
  ])
  // What was said of these names is not said of those of the next file.
  const country = { column: '院校', values: { 甲大学: 'TH', 甲大學: 'TH', 甲大: 'TH', 丙: 'CN' }, otherwise: '' }
  expect(changesOfNew(decided)).toEqual([
    [['create'], ['programme', 'partner']],
    [['create_with'], { partner: { country } }],
  ])
  const facts = { country: { all: '', each: {}, from: { index: 2, column: '国别' } } }
  expect(changesOfNew({ ...decided, facts })[1]).toEqual([['create_with'], { partner: { country: '国别' } }])
})

test('names of the next file are asked for what those of the last one were given, which is kept', () => {
  const needed = ['issuer', 'country'].map((name) => ({ name }))
  const of = {
    ...{
      field: { name: 'certificate' },
      recordType: 'certificate-award',
      names: [{ name: 'DELF', others: [], rows: 1 }],
    },
    register: { field: 'certificate', recordType: { name: 'certificate-type', label: '证书种类' }, needed },
  } as unknown as NamesOfField
  const column = '证书名称'
  const readingWith = (given: object) => {
    const reading = { type: 'certificate-award', fields: { certificate: column }, create: ['certificate-type'] }
    return JSON.stringify({ ...reading, create_with: { 'certificate-type': given } })
  }
  const columns = [{ index: 2, letter: 'C', header: '国别' }]
  const givenBy = (given: object) => factsGiven({ reading: readingWith(given), columns } as unknown as ImportReport, of)
  const last = {
    issuer: { column, values: { BEC: '剑桥' }, otherwise: '' },
    country: { column, values: { BEC: 'GB' } },
  }
  expect(givenBy(last)).toEqual({ issuer: { all: '', each: {} }, country: { all: '', each: {} } })
  // What a reading says of every name is shown, and what a column says is not asked.
  expect(givenBy({ issuer: { constant: '剑桥' }, country: '国别' })).toEqual({
    issuer: { all: '剑桥', each: {} },
    country: { all: '', each: {}, from: { index: 2, column: '国别' } },
  })
  const decisions = new Map<string, Decision>([['DELF', { is: 'new' }]])
  const facts = { issuer: { all: '教育部', each: {} }, country: { all: '', each: {} } }
  expect(changesOfNew({ reading: readingWith(last), of, decisions, facts })[1]![1]).toEqual({
    'certificate-type': {
      issuer: { column, values: { BEC: '剑桥', DELF: '教育部' }, otherwise: '' },
      country: { column, values: { BEC: 'GB' }, otherwise: '' },
    },
  })
})

test('what new entries need is proposed from the column that the move which makes them would read', () => {
  const changes = JSON.stringify([
    [['create'], ['partner']],
    [['create_with'], { partner: { country: '合作国别' } }],
  ])
  const report = {
    columns: [{ index: 4, letter: 'E', header: '合作国别' }],
    moves: [{ kind: 'CREATE', id: 'create partner', changes }],
  } as unknown as ImportReport
  const register = (...needed: string[]) =>
    ({ recordType: { name: 'partner' }, needed: needed.map((name) => ({ name })) }) as Parameters<
      typeof factsOffered
    >[1]
  expect(factsOffered(report, register('country'))).toEqual({
    country: { all: '', each: {}, from: { index: 4, column: '合作国别' } },
  })
  // What is said already is not asked.
  expect(factsOffered(report, register())).toEqual({})
  expect(factsOffered({ ...report, moves: [] }, register('country'))).toEqual({})
})
