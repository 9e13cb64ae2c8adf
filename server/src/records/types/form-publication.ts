import type { RecordType } from '../record-type.ts'
import { FORM_SUBJECT } from './form-value.ts'

export const FORM_PUBLICATION: RecordType = {
  name: 'form-publication',
  order: 400,
  label: { zh: '报表公布', en: 'Form publication' },
  description: {
    zh: '一张报表已依规对外公布。自公布之日起，任何人都能看到该表的精确数值；撤回本条记录即恢复为对外公开版。',
    en: 'An official table was published as the law demands. From that day everybody sees its exact figures; without the record small numbers in it are withheld again.',
  },
  fields: [
    ...FORM_SUBJECT,
    {
      name: 'published_on',
      label: { zh: '公布日期', en: 'Published on' },
      kind: 'date',
      required: true,
      also: ['对外公布日期', '发布日期', '公开日期'],
      note: {
        zh: '晚于数据截止日期的，到期才生效。',
        en: 'Where it is after the data date, it takes effect once the data date has reached it.',
      },
      example: { zh: '2024-12-31', en: '2024-12-31' },
    },
    {
      name: 'address',
      label: { zh: '公布地址', en: 'Address' },
      kind: 'text',
      also: ['网址', '公开网址', 'url'],
    },
  ],
  key: ['form', 'edition', 'year'],
  span: { starts: ['published_on'], empty: 'never', endless: 'one-day' },
  beside: true,
  title: { zh: ['form', 'edition', 'year'], en: ['form', 'edition', 'year'] },
}
