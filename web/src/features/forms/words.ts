import type { Words } from '@causeway/shared/words/words'

export const FORMS_WORDS = {
  title: { zh: '官方报表', en: 'Official tables' },
  lead: {
    zh: '按台账自动填好的官方报表：每一项都能查到来源，可与上年和已报数对照，可下载、可打印。',
    en: 'Official tables filled from the records: every line leads to where it comes from, beside last year and what was filed, to download or to print.',
  },
  ofYear: { zh: '{report}所用报表', en: 'Tables of the {report}' },
  list: { zh: '全部报表', en: 'All tables' },
  others: { zh: '其他年度的报表', en: 'Tables of other years' },
  othersText: {
    zh: '所选年度的报告不用这些报表；可按其版式查看任一年度。',
    en: 'The report of this year does not take them; any year can be read in their form.',
  },
  edition: { zh: '{edition}年版', en: 'edition {edition}' },
  editions: { zh: '各年度版式', en: 'Editions' },
  filled: { zh: '已填 {filled} 项，共 {all} 项', en: '{filled} of {all} lines filled' },
  allFilled: { zh: '{all} 项全部填好', en: 'All {all} lines filled' },
  byHand: { zh: '其中直接填报 {n} 项', en: '{n} of them by hand' },
  toFill: { zh: '待直接填报 {n} 项', en: '{n} to be filled in by hand' },
  noRecords: { zh: '无台账记录 {n} 项', en: '{n} without records' },
  notApplicable: { zh: '不适用 {n} 项', en: '{n} not applicable' },
  hidden: { zh: '不予公开 {n} 项', en: '{n} not published' },
  published: { zh: '{day} 已对外公布', en: 'published on {day}' },
  export: { zh: '明细表：每条台账一行，{n} 列', en: 'A list of records: a row each, {n} columns' },
  none: { zh: '没有报表', en: 'There are no tables' },
  noRecordsYet: {
    zh: '这所院校还没有台账记录，导入台账后这里显示各表的填报情况。',
    en: 'This institution has no records yet; once it has, this page says how far each table is filled.',
  },
} satisfies Record<string, Words>
