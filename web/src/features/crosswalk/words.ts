import type { Words } from '@causeway/shared/words/words'

export const CROSSWALK_WORDS = {
  all: { zh: '所有标准', en: 'All standards' },
  kind: { zh: '标准', en: 'Standard' },
  title: { zh: '标准对照表', en: 'Crosswalk' },
  closedText: { zh: '标准对照表凭访问令牌查看。', en: 'Crosswalks are open to people with an access token.' },
  matrix: { zh: '逐单元对照', en: 'Unit by unit' },
  matrixSub: { zh: '行：{from}的单元；列：{to}的单元', en: 'Rows: units of {from}. Columns: units of {to}' },
  unit: { zh: '单元', en: 'Unit' },
  best: { zh: '最好的对应', en: 'Best match' },
  whole: { zh: '整体', en: 'as a whole' },
  coverage: { zh: '覆盖程度', en: 'Coverage' },
  coverageSub: {
    zh: '双向各看一遍：两边的单元各有多少被对照到',
    en: 'Both ways: how many units of either side the other reaches',
  },
  download: { zh: '下载 CSV', en: 'Download CSV' },
  downloadAll: { zh: '下载 CSV（含未对照的单元）', en: 'Download CSV with the units nobody judged' },
  swap: { zh: '反向查看', en: 'The other way' },
  strays: {
    zh: '指向现行版本没有的单元，须更正',
    en: 'Judgements that name a unit which the version has not: to be corrected',
  },
  wholeJudged: { zh: '对标准整体的判断', en: 'Judgements of the standard as a whole' },
  noUnits: {
    zh: '没有可对照的单元：请导入标准单元与对照台账。',
    en: 'There are no units to compare: import units and judgements.',
  },
} satisfies Record<string, Words>
