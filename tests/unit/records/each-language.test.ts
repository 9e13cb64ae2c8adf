import { eachLanguage } from '@causeway/server/records/describe-record'
import { expect, test } from 'vitest'

test.each([
  ['会员代表 Delegate', '会员代表', 'Delegate'],
  ['一等奖 First prize', '一等奖', 'First prize'],
  ['副秘书长（Deputy secretary-general）', '副秘书长', 'Deputy secretary-general'],
  ['Board member / 理事', '理事', 'Board member'],
  ['Chair (主席)', '主席', 'Chair'],
  ['理事，Board member, agronomy', '理事', 'Board member, agronomy'],
  ['第3工作组组长 Chair of working group 3', '第3工作组组长', 'Chair of working group 3'],
  ['农业教育协会 Société d’enseignement agricole', '农业教育协会', 'Société d’enseignement agricole'],
])('%s is written in both languages, and each reads its own', (text, zh, en) => {
  expect(eachLanguage(text)).toEqual({ zh, en })
})

test.each([
  '理事',
  'Board member',
  '设计师 CAD',
  'ISO 委员',
  'X证书考评员',
  '数控 CNC',
  '国际焊接学会IIW',
  '',
  '理事 Board 委员',
  'A级 Trainer 讲师',
])('%s is the same in both', (text) => {
  expect(eachLanguage(text)).toEqual({ zh: text, en: text })
})
