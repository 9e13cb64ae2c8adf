import type { Words } from '@causeway/shared/words/words'

export const PROGRAMME_WORDS = {
  kind: { zh: '专业', en: 'Programme' },
  lead: { zh: '，该专业的全部指标值与台账', en: ': every figure of the programme and its records' },
  facts: { zh: '基本情况', en: 'What it is' },
  standards: { zh: '执行或对标的标准', en: 'Standards it implements or is benchmarked to' },
  standard: { zh: '标准', en: 'Standard' },
  direction: { zh: '来源', en: 'Origin' },
  relation: { zh: '关系', en: 'Relation' },
  since: { zh: '起止', en: 'Since' },
  units: { zh: '单元', en: 'Units' },
  mapped: { zh: '单元已对照', en: 'Units compared' },
  assessed: { zh: '单元已测评', en: 'Units assessed' },
  joint: { zh: '中外合作办学', en: 'Joint programmes' },
  courses: { zh: '课程', en: 'Courses' },
  agreements: { zh: '合作协议', en: 'Agreements' },
  offer: {
    zh: '该专业的基本情况、对标的标准、合作办学、课程和相关台账，凭访问令牌查看。',
    en: 'What the programme is, its standards, joint programmes, courses and records are open to people with an access token.',
  },
} satisfies Record<string, Words>
