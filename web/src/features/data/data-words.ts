import type { Words } from '@causeway/shared/words/words'

export const DATA_WORDS = {
  title: { zh: '台账数据', en: 'Data' },
  tabs: { zh: '本页各部分', en: 'Parts of this page' },
  missing: { zh: '缺什么', en: 'What is missing' },
  import: { zh: '导入', en: 'Import' },
  batches: { zh: '导入批次', en: 'Batches' },
  same: { zh: '同一认定', en: 'Same thing' },
  whole: { zh: '全校', en: 'Whole college' },
  until: { zh: '台账数据截至 {day}', en: 'Records up to {day}' },
  noneYet: { zh: '尚无台账记录', en: 'No records yet' },
  readOnly: {
    zh: '您可以查看，不能更改。更改须由填报人登录。',
    en: 'You can read this, not change it. Changing it takes the token of an editor.',
  },
} satisfies Record<string, Words>
