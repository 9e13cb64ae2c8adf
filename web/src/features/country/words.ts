import type { Words } from '@causeway/shared/words/words'

export const COUNTRY_WORDS = {
  kind: { zh: '国家（地区）', en: 'Country or region' },
  unknown: { zh: '没有这个国家（地区）', en: 'There is no such country or region' },
  overview: { zh: '回到总览', en: 'To the overview' },
  whoLearns: { zh: '谁向谁学', en: 'Who learns from whom' },
  partners: { zh: '当地的合作机构', en: 'Partners there' },
  adoptions: { zh: '当地采用的标准与资源', en: 'Standards and resources adopted there' },
  offer: {
    zh: '当地的合作机构、采用的时间线和相关台账，凭访问令牌查看。',
    en: 'Partners there, the life of each adoption and the records are open to people with an access token.',
  },
} satisfies Record<string, Words>
