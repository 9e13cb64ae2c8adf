import type { Words } from '@causeway/shared/words/words'

export const RECONCILE_WORDS = {
  title: { zh: '{year}的同名数，口径不同，各有依据', en: '{year}: one name, several lawful values' },
  lead: {
    zh: '同一名称在不同报表里按不同的时段、范围或计数办法统计，得数可以不同，都是对的。先说清口径，再比大小。',
    en: 'Official tables count the same name over other periods, countries or ways of counting. Each value is right on its own terms.',
  },
  askedBy: { zh: '谁要这个数', en: 'Who asks for it' },
  nobody: { zh: '没有报表要求', en: 'no official table' },
  reference: { zh: '本指标（未另作说明时）', en: 'the indicator itself' },
  records: { zh: '查看相关台账记录', en: 'See the records' },
  firstOf: { zh: '列出前 {n} 条，共 {all} 条', en: 'The first {n} of {all}' },
  needs: {
    zh: '登录后可查看各数之间差在哪里，直到具体的台账记录。',
    en: 'Sign in to see what makes the differences, down to the records.',
  },
  card: { zh: '手上有另一个数？核对一下', en: 'Another number in hand? Check it' },
  row: { zh: '第 {row} 行', en: 'row {row}' },
} satisfies Record<string, Words>
