import type { Words } from '@causeway/shared/words/words'

export const PARTNER_WORDS = {
  kind: { zh: '合作机构', en: 'Partner' },
  lead: { zh: '与该机构的合作', en: ': what is done together' },
  facts: { zh: '基本情况', en: 'What it is' },
  agreements: { zh: '合作协议', en: 'Agreements' },
  joint: { zh: '中外合作办学', en: 'Joint programmes' },
  platforms: { zh: '共同参加的平台', en: 'Platforms it is a member of' },
  sites: { zh: '境外办学点', en: 'Overseas sites it hosts' },
  offer: {
    zh: '该机构的基本情况、协议、合作办学和相关台账，凭访问令牌查看。',
    en: 'What the partner is, agreements, joint programmes and records are open to people with an access token.',
  },
} satisfies Record<string, Words>
