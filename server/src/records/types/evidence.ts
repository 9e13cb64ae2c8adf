import type { Choice, RecordType } from '../record-type.ts'

/** `recordTypes`: what there may be evidence of. */
export function declareEvidence(recordTypes: readonly RecordType[]): RecordType {
  const choices: Choice[] = recordTypes.map((type) => ({ key: type.name, label: type.label }))
  return {
    name: 'evidence',
    label: { zh: '佐证材料', en: 'Evidence' },
    description: {
      zh: '一份佐证材料证明一条台账记录。一份材料证明几条记录的，编号相同，各填一行。',
      en: 'One document that proves one record. Where one document proves several, each is a row with its code.',
    },
    fields: [
      {
        name: 'code',
        label: { zh: '材料编号', en: 'Code' },
        kind: 'code',
        required: true,
        also: ['编号', '佐证材料编号', '佐证编号', '档案号', 'evidence code', 'evidence id', 'document number'],
        example: { zh: 'EV001', en: 'EV001' },
      },
      {
        name: 'title',
        label: { zh: '材料名称', en: 'Title' },
        kind: 'text',
        required: true,
        also: ['名称', '标题', '佐证材料名称', '文件名称', '材料标题', 'document title', 'evidence title'],
        example: { zh: '标准采用证明', en: 'Certificate of adoption' },
      },
      {
        name: 'kind',
        label: { zh: '材料类型', en: 'Kind' },
        kind: 'choice',
        required: true,
        also: ['类型', '类别', '材料类别', '佐证类型', 'evidence kind', 'document type'],
        choices: [
          { key: 'certificate', label: { zh: '证书或证明', en: 'certificate' }, also: ['证书', '证明', '采用证明'] },
          {
            key: 'contract',
            label: { zh: '合同或协议', en: 'contract' },
            also: ['合同', '协议', '协议书', 'agreement'],
          },
          { key: 'letter', label: { zh: '函件', en: 'letter' }, also: ['公函', '邀请函', '批件', '信函', '批复'] },
          {
            key: 'register',
            label: { zh: '名册或签到表', en: 'register' },
            also: ['名册', '签到表', '名单', '花名册', 'list'],
          },
          { key: 'photo', label: { zh: '照片', en: 'photo' }, also: ['图片', '影像', 'picture', 'photograph'] },
          { key: 'press', label: { zh: '媒体报道', en: 'press' }, also: ['新闻报道', '报道', '新闻', 'news'] },
          { key: 'other', label: { zh: '其他', en: 'other' }, also: ['其他材料'] },
        ],
        example: { zh: '证书或证明', en: 'certificate' },
      },
      {
        name: 'issued_by',
        label: { zh: '出具单位', en: 'Issued by' },
        kind: 'text',
        also: ['出具机构', '颁发单位', '签发单位', '发文单位', '开具单位', 'issuer'],
        example: { zh: '泰国职业教育委员会', en: 'Office of the Vocational Education Commission' },
      },
      {
        name: 'issued_on',
        label: { zh: '出具日期', en: 'Issued on' },
        kind: 'date',
        required: true,
        also: ['日期', '签发日期', '颁发日期', '开具日期', '发文日期', 'issue date', 'from'],
        example: { zh: '2023-06-15', en: '2023-06-15' },
      },
      {
        name: 'expires_on',
        label: { zh: '有效期至', en: 'Expires on' },
        kind: 'date',
        also: ['到期日期', '失效日期', '有效期', '截止日期', 'expiry date', 'valid to', 'to'],
        note: { zh: '含当日；不填为长期有效。', en: 'The last day; empty: it does not expire.' },
      },
      {
        name: 'record_type',
        label: { zh: '台账类型', en: 'Record type' },
        kind: 'choice',
        required: true,
        also: ['台账', '佐证台账', '所证台账类型', '业务类型', 'of record type'],
        choices,
        example: choices.find((choice) => choice.key === 'adoption')?.label,
      },
      {
        name: 'record',
        label: { zh: '所证台账记录', en: 'Record' },
        kind: 'record-key',
        of: 'record_type',
        required: true,
        also: ['台账记录', '记录', '记录标识', '所证记录', '对应记录', 'record key', 'natural key'],
        note: {
          zh: '该记录的唯一标识，各部分用“/”隔开，如标准采用：标准编号/国家/采用单位；有源系统编号的填源系统编号。人员照填学号、工号，导入时加密。',
          en: 'What the record is known by, its parts joined by “/”, as of an adoption: standard/country/adopter; its source id where it has one. Persons as their own numbers: they are hashed on import.',
        },
        example: { zh: 'ST01/泰国/清迈职业学院', en: 'ST01/Thailand/Chiang Mai Vocational College' },
      },
      {
        name: 'file',
        label: { zh: '文件校验值（SHA-256）', en: 'File (SHA-256)' },
        kind: 'text',
        notInFiles: true,
        note: { zh: '上传的佐证文件，由系统填写。', en: 'The file that was uploaded; set by the system.' },
      },
      {
        name: 'file_name',
        label: { zh: '文件名', en: 'File name' },
        kind: 'text',
        notInFiles: true,
        note: { zh: '由系统填写。', en: 'Set by the system.' },
      },
    ],
    key: ['code', 'record_type', 'record'],
    span: { starts: ['issued_on'], ends: 'expires_on', empty: 'never', endless: 'open' },
    ranges: [['issued_on', 'expires_on']],
    title: { zh: ['title', 'kind', 'issued_on'], en: ['title', 'kind', 'issued_on'] },
  }
}
