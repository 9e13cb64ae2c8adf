import { isReported, takesEvidence, type RecordType } from '../record-type.ts'
import { choice, code, date, recordKey, text, titled, value } from '../declare-fields.ts'
import { AUDIENCES, DIRECTIONS } from '../common-fields.ts'
import { MOBILITY } from './stays.ts'
import { ADOPTION } from './resources-and-adoptions.ts'

export const NOTHING_TO_REPORT: RecordType = {
  name: 'nothing-to-report',
  order: 350,
  label: { zh: '零报告', en: 'Nothing to report' },
  description: {
    zh: '声明某一台账在一段时间内没有发生业务，有负责人签名。有零报告的时期计为0，没有的为“未填报”。',
    en: 'A signed statement that there was nothing of a record type in a stretch of time. With it the period counts 0; without it there is a gap.',
  },
  fields: [
    choice.required('record_type', '台账类型', 'Record type', {
      also: '台账, 业务类型, 填报类型, 数据表',
      ofTypes: isReported,
      example: MOBILITY.label,
    }),
    date.required('from', '起始日期', 'From', {
      also: '开始日期, 统计起始日期, 时段开始, start',
      example: '2020-09-01',
    }),
    date.required('to', '结束日期', 'To', {
      also: '终止日期, 截止日期, 统计截止日期, 时段结束, end',
      example: '2021-08-31',
    }),
    choice('direction', '方向', 'Direction', {
      also: '流动方向, 交流方向',
      choices: DIRECTIONS,
      note: { zh: '只用于师生国（境）外交流；不填为两个方向。', en: 'Of a mobility only; empty: both.' },
      example: { zh: '派出', en: 'out' },
    }),
    choice('audience', '人员类别', 'Audience', {
      also: '人员身份, 师生类别',
      choices: AUDIENCES,
      note: { zh: '只用于师生国（境）外交流；不填为师生均无。', en: 'Of a mobility only; empty: both.' },
      example: { zh: '学生', en: 'student' },
    }),
    text.required('signer', '负责人', 'Signer', {
      also: '签字人, 签名, 负责人签字, 填报负责人, signed by',
      example: { zh: '国际交流处处长', en: 'Head of the international office' },
    }),
  ],
  key: ['record_type', 'from', 'to', 'unit', 'direction', 'audience'],
  span: { starts: ['from'], ends: 'to', empty: 'never' },
  ranges: [['from', 'to']],
  allowedWhere: [
    {
      field: 'record_type',
      in: [MOBILITY.name],
      then: 'direction',
      because: {
        zh: '只有师生国（境）外交流的零报告可填方向；其他台账请清空方向，否则这份零报告什么也不能说明',
        en: 'only a zero report of mobility has a direction; empty it for any other record type, or the report speaks for nothing',
      },
    },
    {
      field: 'record_type',
      in: [MOBILITY.name],
      then: 'audience',
      because: {
        zh: '只有师生国（境）外交流的零报告可填人员类别；其他台账请清空人员类别，否则这份零报告什么也不能说明',
        en: 'only a zero report of mobility has an audience; empty it for any other record type, or the report speaks for nothing',
      },
    },
  ],
  beside: true,
  proved: true,
  notOfSubjects: true,
  title: titled('record_type', 'from', 'to'),
}

export const EVIDENCE: RecordType = {
  name: 'evidence',
  order: 360,
  label: { zh: '佐证材料', en: 'Evidence' },
  description: {
    zh: '一份佐证材料证明一条台账记录。一份材料证明几条记录的，编号相同，各填一行。',
    en: 'One document that proves one record. Where one document proves several, each is a row with its code.',
  },
  fields: [
    code.required('code', '材料编号', 'Code', {
      also: '编号, 佐证材料编号, 佐证编号, 档案号, evidence code, evidence id, document number',
      example: 'EV001',
    }),
    text.required('title', '材料名称', 'Title', {
      also: '名称, 标题, 佐证材料名称, 文件名称, 材料标题, document title, evidence title',
      example: { zh: '标准采用证明', en: 'Certificate of adoption' },
    }),
    choice.required('kind', '材料类型', 'Kind', {
      also: '类型, 类别, 材料类别, 佐证类型, evidence kind, document type',
      choices: [
        value('certificate', '证书或证明', 'certificate', '证书, 证明, 采用证明'),
        value('contract', '合同或协议', 'contract', '合同, 协议, 协议书, agreement'),
        value('letter', '函件', 'letter', '公函, 邀请函, 批件, 信函, 批复'),
        value('register', '名册或签到表', 'register', '名册, 签到表, 名单, 花名册, list'),
        value('photo', '照片', 'photo', '图片, 影像, picture, photograph'),
        value('press', '媒体报道', 'press', '新闻报道, 报道, 新闻, news'),
        value('other', '其他', 'other', '其他材料'),
      ],
      example: { zh: '证书或证明', en: 'certificate' },
    }),
    text('issued_by', '出具单位', 'Issued by', {
      also: '出具机构, 颁发单位, 签发单位, 发文单位, 开具单位, issuer',
      example: { zh: '泰国职业教育委员会', en: 'Office of the Vocational Education Commission' },
    }),
    date.required('issued_on', '出具日期', 'Issued on', {
      also: '日期, 签发日期, 颁发日期, 开具日期, 发文日期, issue date, from',
      example: '2023-06-15',
    }),
    date('expires_on', '有效期至', 'Expires on', {
      also: '到期日期, 失效日期, 有效期, 截止日期, expiry date, valid to, to',
      note: { zh: '含当日；不填为长期有效。', en: 'The last day; empty: it does not expire.' },
    }),
    choice.required('record_type', '台账类型', 'Record type', {
      also: '台账, 佐证台账, 所证台账类型, 业务类型, of record type',
      ofTypes: takesEvidence,
      example: ADOPTION.label,
    }),
    recordKey.required('record', '所证台账记录', 'Record', {
      of: 'record_type',
      also: '台账记录, 记录, 记录标识, 所证记录, 对应记录, record key, natural key',
      note: {
        zh: '该记录的唯一标识，各部分用“/”隔开，如标准采用：标准编号/国家/采用单位；有源系统编号的填源系统编号。人员照填学号、工号，导入时加密。',
        en: 'What the record is known by, its parts joined by “/”, as of an adoption: standard/country/adopter; its source id where it has one. Persons as their own numbers: they are hashed on import.',
      },
      example: { zh: 'ST01/泰国/清迈职业学院', en: 'ST01/Thailand/Chiang Mai Vocational College' },
    }),
    text('file', '文件校验值（SHA-256）', 'File (SHA-256)', {
      notInFiles: true,
      note: { zh: '上传的佐证文件，由系统填写。', en: 'The file that was uploaded; set by the system.' },
    }),
    text('file_name', '文件名', 'File name', {
      notInFiles: true,
      note: { zh: '由系统填写。', en: 'Set by the system.' },
    }),
  ],
  key: ['code', 'record_type', 'record'],
  span: { starts: ['issued_on'], ends: 'expires_on', empty: 'never', endless: 'open' },
  ranges: [['issued_on', 'expires_on']],
  beside: true,
  notOfSubjects: true,
  title: titled('title', 'kind', 'issued_on'),
}
