import type { RecordType } from '../record-type.ts'
import { choice, code, date, text, titled, value } from '../declare-fields.ts'
import { PARTNER_TYPE } from './institutions-and-partners.ts'

/** Of a decision about persons: they have numbers, and no record type of their own. */
export const PERSON = 'person'

export const SAME_AS: RecordType = {
  name: 'same-as',
  order: 410,
  label: { zh: '同一认定', en: 'Same as' },
  description: {
    zh: '认定两个编号（或两条记录）指同一事物：部门更名、合并，同一合作方几种写法，同一次出访由两个部门各报一次。原记录不改，统计时按认定归并；撤除认定即恢复。',
    en: 'A decision that two codes, or two records, mean one thing: a unit renamed or merged, a partner under several spellings, one trip reported twice. Records stay as they are; figures follow the decision until it is withdrawn.',
  },
  fields: [
    choice.required('record_type', '认定对象', 'Record type', {
      also: '对象类型, 台账类型, 认定台账',
      ofTypes: ({ beside }) => !beside,
      choices: [{ key: PERSON, label: { zh: '人员', en: 'Person' }, also: ['学号', '工号', '人员编号'] }],
      example: PARTNER_TYPE.label,
    }),
    code.required('code', '原编号或写法', 'Code', {
      also: '原编号, 旧编号, 写法, 别名, old code, alias, spelling',
      note: {
        zh: '没有编号的台账填该记录的唯一标识。也可以是从未作为编号的写法，导入时据此识别。',
        en: 'Of a type without codes, what the record is known by. It may be a spelling that never was a code: imports know it by this.',
      },
      example: { zh: '河内理工', en: 'Hanoi Poly' },
    }),
    code('same_as', '同于编号', 'Same as', {
      also: '现编号, 新编号, 归并到, 统一编号, new code, canonical code',
      note: { zh: '拆分时不填：拆分只作记录，不归并。', en: 'Empty for a split, which is recorded and maps nothing.' },
      example: 'P01',
    }),
    choice.required('relation', '关系', 'Relation', {
      also: '认定关系, 变更类型',
      choices: [
        value('same', '同一事物', 'same thing', '同一, 相同, 别名'),
        value('renamed', '更名', 'renamed', '改名, 变更名称'),
        value('merged', '并入', 'merged into', '合并, 并入'),
        value('split', '拆分', 'split up', '分拆, 分设'),
        value('duplicate', '重复填报', 'duplicate', '重复, 重报'),
      ],
      example: { zh: '同一事物', en: 'same thing' },
    }),
    date('from', '生效日期', 'From', {
      also: '起始日期, 变更日期, date',
      note: {
        zh: '学校合并时，首日早于此日的记录仍归原校。',
        en: 'Where institutions merged, records that begin before this day stay with the predecessor.',
      },
      example: '2023-09-01',
    }),
    text.required('decided_by', '认定人', 'Decided by', {
      also: '负责人, 认定单位, 决定人, by',
      example: { zh: '国际交流处处长', en: 'Head of the international office' },
    }),
    text('reason', '理由', 'Reason', {
      also: '依据, 原因, 认定依据',
      example: { zh: '同一院校的三种写法', en: 'One college under three spellings' },
    }),
  ],
  key: ['record_type', 'code'],
  span: { starts: ['from'], empty: 'always' },
  requiredWhere: [
    {
      field: 'relation',
      in: ['same', 'renamed', 'merged', 'duplicate'],
      then: 'same_as',
      because: {
        zh: '只有拆分可不填同于编号；其他关系须写明归并到哪个编号',
        en: 'only a split has none; any other decision says which code it is the same as',
      },
    },
  ],
  allowedWhere: [
    {
      field: 'relation',
      in: ['same', 'renamed', 'merged', 'duplicate'],
      then: 'same_as',
      because: {
        zh: '拆分只作记录、不归并，请清空同于编号',
        en: 'a split is recorded and maps nothing: leave it empty',
      },
    },
  ],
  beside: true,
  ofInstitution: true,
  notOfSubjects: true,
  title: titled('record_type', 'code', 'relation', 'same_as'),
}
