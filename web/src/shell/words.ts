import type { Words } from '@causeway/shared/words/words'

export const SHELL_WORDS = {
  skip: { zh: '跳到正文', en: 'Skip to the content' },
  pages: { zh: '页面', en: 'Pages' },
  menu: { zh: '菜单', en: 'Menu' },
  year: { zh: '年度', en: 'Year' },
  partial: { zh: '，数据未完整', en: ', not complete' },
  appearance: { zh: '外观', en: 'Appearance' },
  system: { zh: '跟随系统', en: 'As the system' },
  light: { zh: '浅色', en: 'Light' },
  dark: { zh: '深色', en: 'Dark' },
  signIn: { zh: '登录', en: 'Sign in' },
  signOut: { zh: '退出', en: 'Sign out' },
  exact: { zh: '校内精确版', en: 'Exact figures' },
  public: {
    zh: '对外公开版：人数过少的指标值不予公开',
    en: 'Public version: figures about too few people are withheld',
  },
  playground: { zh: 'GraphQL 查询台', en: 'GraphQL playground' },
  schema: { zh: '数据结构', en: 'Schema' },
  until: { zh: '台账数据截至', en: 'Records up to' },
  traceable: {
    zh: '每个指标值都可查看公式、统计口径与台账来源。',
    en: 'Every figure leads to its formula, its definition and the records it was counted from.',
  },
  noInstitution: { zh: '还没有院校', en: 'There is no college yet' },
  institutions: { zh: '院校', en: 'institutions' },
  unknownInstitution: { zh: '没有这所院校', en: 'There is no such institution' },
  choose: { zh: '选择院校', en: 'Choose an institution' },
  noRecords: { zh: '这所院校还没有台账记录', en: 'This institution has no records yet' },
  lessReported: {
    zh: '{year}尚未报齐：上一学年有记录的 {expected} 类台账，本学年已报 {reported} 类，数值可能偏低。',
    en: '{year} is not fully reported: of {expected} kinds of record that the year before had, {reported} are in. Its figures may be too low.',
  },
  notCompared: {
    zh: '报得不足五分之四，不与上年比较。',
    en: 'Less than four in five: it is not compared with the year before.',
  },
  owedBy: { zh: '查看哪些部门未报', en: 'See who owes the rest' },
  newer: { zh: '数据已有更新。', en: 'There is newer data.' },
  newerUpTo: { zh: '数据已有更新，台账截至{day}。', en: 'There is newer data, up to {day}.' },
  showNewer: { zh: '查看新数据', en: 'Show it' },
  lost: {
    zh: '网络已断开，已显示的内容保留不变。',
    en: 'The connection is lost. What you see stays as it was.',
  },
} satisfies Record<string, Words>
