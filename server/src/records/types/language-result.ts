import { LANGUAGE_SCALES } from '../../ground/reference/language-scales.ts'
import type { RecordType } from '../record-type.ts'
import { PERSON, PROGRAMME } from '../common-fields.ts'

const ON_ITS_SCALE = { scale: 'scale', version: 'scale_version' }

export const LANGUAGE_RESULT: RecordType = {
  name: 'language-result',
  order: 290,
  label: { zh: '语言等级成绩', en: 'Language result' },
  description: {
    zh: '一人一次语言等级考试的结果。等级只在同一量表、同一版本内可比。',
    en: "One person's level in one test of a language. Levels compare on one scale and version of it only.",
  },
  fields: [
    {
      ...PERSON,
      required: true,
      also: ['考生编号', '考生学号', 'candidate', ...PERSON.also!],
    },
    {
      name: 'scale',
      label: { zh: '等级量表', en: 'Scale' },
      kind: 'choice',
      required: true,
      also: ['量表', '考试种类', '考试名称', '语言考试', '等级标准', '语言等级标准', 'test', 'language scale'],
      choices: LANGUAGE_SCALES.map(({ id, name, also }) => ({ key: id, label: name, also })),
      example: { zh: '汉语水平考试（HSK）', en: 'HSK' },
    },
    {
      name: 'scale_version',
      label: { zh: '量表版本', en: 'Scale version' },
      kind: 'code',
      required: true,
      also: ['版本', '标准版本', '考试版本', '等级标准版本', 'version'],
      note: {
        zh: 'HSK 填 2.0（六级）或 3.0（九级，2026-01-31 起试行），职业中文填 2023，欧框填 2001 或 2020。',
        en: 'Of HSK 2.0 (six levels) or 3.0 (nine, on trial from 2026-01-31), of occupational Chinese 2023, of CEFR 2001 or 2020.',
      },
      example: { zh: '2.0', en: '2.0' },
    },
    {
      name: 'level',
      label: { zh: '取得等级', en: 'Level' },
      kind: 'level',
      on: ON_ITS_SCALE,
      required: true,
      also: ['等级', '级别', '达到等级', '成绩等级', '考试等级', '语言等级', 'level attained'],
      note: {
        zh: '填等级名称或序号：HSK 填 1—6（或 1—9），职业中文填 入门 至 精通，欧框填 A1 至 C2。',
        en: 'Its name or its number: of HSK 1 to 6 (or 9), of occupational Chinese entry to proficient, of CEFR A1 to C2.',
      },
      example: { zh: '4级', en: 'HSK 4' },
    },
    {
      name: 'required_level',
      label: { zh: '要求等级', en: 'Required level' },
      kind: 'level',
      on: ON_ITS_SCALE,
      also: ['应达等级', '规定等级', '要求达到等级', '达标等级', '毕业要求等级', 'level required'],
      note: {
        zh: '培养方案或毕业要求规定的等级，与取得等级同一量表、同一版本；不填视为未达标。',
        en: 'What the programme asks for, on the same scale and version. Empty: it counts as not reached.',
      },
      example: { zh: '4级', en: 'HSK 4' },
    },
    {
      name: 'score',
      label: { zh: '得分', en: 'Score' },
      kind: 'decimal',
      unit: { zh: '分', en: 'points' },
      factor: 100,
      min: 0,
      also: ['分数', '成绩', '总分', '考试成绩', 'points', 'total score'],
      example: { zh: '236', en: '236' },
    },
    {
      name: 'date',
      label: { zh: '考试日期', en: 'Date' },
      kind: 'date',
      required: true,
      also: ['日期', '考试时间', '测试日期', '考核日期', 'test date', 'examination date'],
      example: { zh: '2023-11-19', en: '2023-11-19' },
    },
    PROGRAMME,
  ],
  key: ['person', 'scale', 'scale_version', 'date'],
  span: { starts: ['date'], empty: 'never', endless: 'one-day' },
  namesOn: ['first_day'],
  title: { zh: ['scale', 'scale_version', 'level', 'date'], en: ['scale', 'scale_version', 'level', 'date'] },
}
