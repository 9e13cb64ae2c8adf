import type { Words } from './words.ts'

/** What a figure may be broken down by, under the id of the dimension. */
export const dimensionWords = {
  country: { zh: '国家（地区）', en: 'country or region' },
  continent: { zh: '大洲', en: 'continent' },
  bloc: { zh: '区域组织', en: 'bloc' },
  programme: { zh: '专业', en: 'programme' },
  department: { zh: '院系', en: 'department' },
  partner: { zh: '合作机构', en: 'partner' },
  platform: { zh: '平台', en: 'platform' },
  level: { zh: '层次', en: 'level' },
  sex: { zh: '性别', en: 'sex' },
  funding: { zh: '经费来源', en: 'funding' },
  purpose: { zh: '目的', en: 'purpose' },
  type: { zh: '类型', en: 'type' },
  unit: { zh: '责任部门', en: 'responsible unit' },
  instrument: { zh: '测评工具', en: 'instrument' },
  scale: { zh: '评分标尺', en: 'scale' },
  role: { zh: '角色', en: 'role' },
  award: { zh: '奖项', en: 'award' },
  competency: { zh: '能力单元', en: 'competency unit' },
  site: { zh: '境外办学点', en: 'overseas site' },
} satisfies Record<string, Words>
