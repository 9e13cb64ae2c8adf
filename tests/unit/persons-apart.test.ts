import { expect, test } from 'vitest'
import { makeParts } from '../../server/src/records/import/mapping/split-rows.ts'
import {
  areBlanksBetween,
  BLANK_BETWEEN_NAMES,
  personsOf,
} from '../../server/src/records/import/moves/several-moves.ts'

const CELLS: [cell: string, ...persons: string[]][] = [
  ['刘洋 陈晨 王一鸣', '刘洋', '陈晨', '王一鸣'],
  ['刘洋　陈晨、王一鸣', '刘洋', '陈晨', '王一鸣'],
  ['张 伟', '张 伟'],
  ['穆罕默德 阿里', '穆罕默德 阿里'],
  ['赵敏、孙浩', '赵敏', '孙浩'],
]

test.each(CELLS)('in %s there are as many persons, seen or read by what is offered', (cell, ...persons) => {
  expect(personsOf(cell)).toEqual(persons)
  const parts = makeParts(`/[、]|${BLANK_BETWEEN_NAMES}/`)
  expect(parts(cell)).toEqual(persons)
})

test('a blank within the name of one person parts nobody in its column', () => {
  expect(['刘洋 陈晨', '赵敏、孙浩', '阿里 哈桑'].map(areBlanksBetween)).toEqual([true, false, null])
})
