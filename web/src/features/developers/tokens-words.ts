import type { Words } from '@causeway/shared/words/words'
import type { Role } from '../../graph/generated.ts'

export const TOKENS_WORDS = {
  title: { zh: '访问令牌', en: 'Access tokens' },
  text: {
    zh: '令牌就是钥匙：谁持有，谁就有它的权限。只在生成时显示一次，请当面或用安全的方式交给使用者。',
    en: 'A token is a key: whoever has it has its rights. It is shown once, when it is made; hand it over safely.',
  },
  name: { zh: '给谁用', en: 'For whom' },
  role: { zh: '权限', en: 'Rights' },
  institution: { zh: '院校', en: 'Institution' },
  every: { zh: '全部院校', en: 'every institution' },
  expires: { zh: '有效期至', en: 'Valid until' },
  never: { zh: '长期有效', en: 'no end' },
  created: { zh: '生成于', en: 'Made on' },
  state: { zh: '状态', en: 'State' },
  revoked: { zh: '已收回', en: 'taken back' },
  yours: { zh: '您正在使用', en: 'the one you use' },
  create: { zh: '生成令牌', en: 'Make a token' },
  made: { zh: '新令牌（只显示这一次）', en: 'The new token (shown only now)' },
  copy: { zh: '复制令牌', en: 'Copy the token' },
  revoke: { zh: '收回', en: 'Take back' },
  revokeOf: { zh: '收回{name}的令牌', en: 'Take back the token of {name}' },
  revokeSure: {
    zh: '收回后，持有这个令牌的人立即失去权限，且不能恢复。',
    en: 'Whoever has this token loses access at once, and it cannot be given back.',
  },
  sure: { zh: '确认收回', en: 'Yes, take it back' },
  unnamed: { zh: '未注明', en: 'nobody named' },
} satisfies Record<string, Words>

export const ROLE_WORDS: Record<Role, Words> = {
  READER: { zh: '查看精确数值与台账', en: 'reads exact figures and records' },
  EDITOR: { zh: '查看并填报', en: 'reads and enters records' },
  VERIFIER: { zh: '查看、填报并审核', en: 'reads, enters and checks' },
  PUBLISHER: { zh: '查看、填报、审核并发布', en: 'reads, enters, checks and publishes' },
  ADMINISTRATOR: { zh: '管理员', en: 'administrator' },
}
