import type { Words } from '@causeway/shared/words/words'

/** What every workbook says of the figures in it. */
export const WORKBOOK_WORDS = {
  institution: { zh: '院校', en: 'Institution' },
  summary: { zh: '概要', en: 'In a sentence' },
  profile: { zh: '版本', en: 'Profile' },
  exact: { zh: '校内精确版', en: 'Exact figures' },
  public: {
    zh: '对外公开版：人数过少的指标值不予公开',
    en: 'Public version: figures about too few people are withheld',
  },
  dataDate: { zh: '台账数据截至', en: 'Records up to' },
  revision: { zh: '数据更新至', en: 'Updated' },
  address: { zh: '网页地址', en: 'Address' },
  demonstration: { zh: '演示院校，数据均为虚构', en: 'Demonstration college: every figure is invented' },
} satisfies Record<string, Words>
