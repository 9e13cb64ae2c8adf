import type { Words } from '@causeway/shared/words/words'

export const PLATFORM_WORDS = {
  kind: { zh: '合作平台', en: 'Platform' },
  all: { zh: '所有平台', en: 'All platforms' },
  facts: { zh: '基本情况', en: 'What it is' },
  type: { zh: '类型', en: 'Type' },
  role: { zh: '本校角色', en: 'The college’s part' },
  country: { zh: '所在国家（地区）', en: 'Country or region' },
  founded: { zh: '成立日期', en: 'Founded' },
  closed: { zh: '撤销日期', en: 'Closed' },
  runs: { zh: '在运行', en: 'runs' },
  runsNot: { zh: '未在运行', en: 'does not run' },
  state: { zh: '状态', en: 'State' },
  parent: { zh: '上级平台', en: 'Part of' },
  parts: { zh: '下属平台', en: 'Its parts' },
  members: { zh: '成员', en: 'Members' },
  member: { zh: '成员单位', en: 'Member' },
  memberRole: { zh: '角色', en: 'Role' },
  from: { zh: '加入', en: 'Since' },
  to: { zh: '退出', en: 'Until' },
  outputs: { zh: '每年的成果', en: 'What it produced by year' },
  outputsSub: {
    zh: '项数，按开始（采用）日期计入学年；同一合作机构、同一国家（地区）、同日开始的出访来访或实习算一项',
    en: 'Counted in the school year they began in; stays, or placements, of one partner, country and first day are one',
  },
  kindOfOutput: { zh: '成果类型', en: 'Kind of output' },
  total: { zh: '成果合计', en: 'Outputs' },
  online: { zh: '海外在线学习者（人）', en: 'Overseas online learners (people)' },
  onlineNote: {
    zh: '海外在线学习者是人数，不计入成果',
    en: 'Overseas online learners are people, and no output',
  },
  unknown: { zh: '…：没有台账记录，也没有零报告', en: '…: neither records nor a zero report' },
  notCounted: {
    zh: '‡ 该学年末平台未运行，不计入“平均每个平台成果数”',
    en: '‡ The platform did not run at the end of the year: not in the outputs per platform',
  },
  offer: {
    zh: '该平台的成员、上下级关系、逐年成果和相关台账，凭访问令牌查看。',
    en: 'Members, parts, yearly outputs and records of the platform are open to people with an access token.',
  },
} satisfies Record<string, Words>
