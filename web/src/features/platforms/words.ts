import type { Words } from '@causeway/shared/words/words'

export const PLATFORMS_WORDS = {
  title: { zh: '平台：谁参加，产出什么', en: 'Platforms: who is in them, what they produce' },
  lead: {
    zh: '联合体、中心、园区、工坊等平台，各由哪些机构组成，每年产出多少。',
    en: 'Consortia, centres, parks and workshops: who is in them, and what each produced by year.',
  },
  tree: { zh: '平台与成员', en: 'Platforms and their members' },
  treeSub: {
    zh: '截至{day}，按类型；下属平台列在上级平台之下',
    en: 'On {day}, by type; a part is under what it is part of',
  },
  outputs: { zh: '各平台每年的成果', en: 'What each produced by year' },
  outputsSub: {
    zh: '成果数：培训班、出访来访、实习、会议活动与标准采用，按开始（采用）日期计入学年',
    en: 'Outputs: training sessions, stays, placements, events and adoptions, in the school year they began in',
  },
  platform: { zh: '平台', en: 'Platform' },
  members: { zh: '成员', en: 'Members' },
  closed: { zh: '已撤销', en: 'closed' },
  notCounted: {
    zh: '‡ 该学年末平台未运行，不计入“平均每个平台成果数”',
    en: '‡ The platform did not run at the end of the year: not in the outputs per platform',
  },
  unknown: { zh: '…：没有台账记录，也没有零报告', en: '…: neither records nor a zero report' },
  types: { zh: '平台类型', en: 'Types of platforms' },
  offer: {
    zh: '每个平台的成员、上下级关系和逐年成果，凭访问令牌查看。',
    en: 'Members, parts and yearly outputs of each platform are open to people with an access token.',
  },
  empty: { zh: '还没有平台的台账', en: 'There are no records of platforms yet' },
} satisfies Record<string, Words>
