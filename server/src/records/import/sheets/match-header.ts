import { oncePerPair } from '../../../ground/once.ts'
import { COMMON_FIELDS, type Field, type RecordType } from '../../record-type.ts'
import { fieldsOf } from '../../record-types.ts'

/** The column that names the institution of a row, in files that speak for several. */
export const INSTITUTION_COLUMN: Field = {
  name: 'institution',
  label: { zh: '学校代码', en: 'Institution' },
  kind: 'code',
  also: ['院校代码', '学校标识码', '所属学校', '所属院校', '学校', '院校', '机构', 'institution code', 'provider'],
}

/** Headers under which `--rejects` writes, and which an import of the corrected file knows again. */
export const REJECT_ROW_HEADER = '原行号 / source row'
export const REJECT_REASON_HEADER = '退回原因 / reason'

const REJECTS = '有误的行'
/** In a workbook of this sheet no cell is guarded against being run as a formula: each is text. */
export const REJECTS_SHEET = `${REJECTS} Rejected rows`
const LONGEST_SHEET = 31

/** What the sheet of the wrong rows of one of several tables is called. */
export function rejectsSheetOf(name: string, at: number): string {
  const plain = `${REJECTS} ${at + 1} ${name.replaceAll(/[[\]:*?/\\']/g, ' ')}`
  return [...plain].slice(0, LONGEST_SHEET).join('').trim()
}

export function isRejectsSheet(name: string | null): boolean {
  return name?.startsWith(REJECTS) === true
}

/** An empty column of a file that Causeway wrote: its cells are guarded against being read as formulas. */
export const GUARDED_HEADER = '公式已转义 / formulas guarded'

const CARRIED = '整表所说 / of all rows: '

/** Over what no cell of a wrong row says, and the title, the name of its sheet or somebody said of all: a field by its name. */
export function carriedHeader(field: string): string {
  return CARRIED + field
}

/** The field that such a column is of; null: it is another one. */
export function fieldCarried(header: string): string | null {
  return header.startsWith(CARRIED) ? header.slice(CARRIED.length).trim() : null
}

/** A column that Causeway itself wrote, and that no file of a college has. */
export function isColumnOfOurs(header: string): boolean {
  return [REJECT_ROW_HEADER, REJECT_REASON_HEADER, GUARDED_HEADER].includes(header) || fieldCarried(header) !== null
}

/** What a head says of its column; empty: nothing that is read. */
export function headAsRead(header: string): string {
  return fieldCarried(header) ?? (isColumnOfOurs(header) ? '' : header)
}

/** What a header may be: the type's fields, those of its companion, and the institution. */
export function listColumns(type: RecordType): Field[] {
  const fields = [...fieldsOf(type), ...(type.companion?.columns ?? [])].filter((field) => !field.notInFiles)
  return type.name === 'institution' ? fields : [...fields, INSTITUTION_COLUMN]
}

/** Width, case, spaces, marks of obligation and units in brackets do not tell headers apart. */
export function foldHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\((必填|选填|required|optional|yyyy-mm-dd|mm-dd|0\/1|是\/否)\)|[*＊:：]/g, '')
    .replaceAll(/[\s_\-–—"“”'‘’]/g, '')
}

/** The headers of a type, as its fields are now. */
export const headersOf = (type: RecordType): ReadonlyMap<string, Field> => headersBy(type, fieldsOf(type))

const headersBy = oncePerPair((type: RecordType, _fields: readonly Field[]) => indexHeaders(listColumns(type)))

/** Folded header to field. A field's name wins over another's label, and a label over another's other names. */
export function indexHeaders(columns: readonly Field[]): Map<string, Field> {
  const index = new Map<string, Field>()
  const add = (header: string, field: Field) => {
    const folded = foldHeader(header)
    if (folded !== '' && !index.has(folded)) index.set(folded, field)
  }
  // `source_id`, `unit` and `note` come last: a type's own field may bear such a name.
  const ordered = [...columns].sort((a, b) => Number(COMMON_FIELDS.includes(a)) - Number(COMMON_FIELDS.includes(b)))
  for (const field of ordered) add(field.name, field)
  for (const field of ordered) for (const label of [field.label.zh, field.label.en]) add(label, field)
  for (const field of ordered) for (const also of field.also ?? []) add(also, field)
  for (const field of ordered) for (const name of waysToSayDate(field)) add(name, field)
  return index
}

/** It is what the field is called, and not another word for it. */
export function isOwnName({ name, label }: Field, header: string): boolean {
  return [name, label.zh, label.en].some((own) => foldHeader(own) === foldHeader(header))
}

/** What people write for 日期. */
const DATE_WORDS = ['时间', '年月', '年月日']
/** Such a column may as well hold how long it was. */
const STRETCHES = /^(任职|聘用|聘任|合作|办学|会议|活动)时间$/

/** 返回日期 is 返回时间 to others. Of fields of dates alone: 学习时间 may be hours. */
function waysToSayDate({ kind, label, also = [] }: Field): string[] {
  if (kind !== 'date') return []
  return [label.zh, ...also]
    .filter((name) => name.endsWith('日期') && name.length > 2)
    .flatMap((name) => DATE_WORDS.map((word) => name.slice(0, -2) + word))
    .filter((name) => !STRETCHES.test(name))
}

/** Columns that many lists have and that no field holds: none is nearly the name of one, and the file is not refused for them. */
const OF_NO_FIELD = new Set(
  [
    '序号 姓名 中文姓名 外文姓名 英文姓名 护照姓名 学生姓名 教师姓名 学员姓名 选手姓名 曾用名 年龄 民族 籍贯 政治面貌 出生日期 出生时间 出生年月 出生年月日',
    '出生年份 出生地 联系电话 联系方式 电话 手机 手机号 手机号码 邮箱 电子邮箱 微信 住址 家庭住址 通讯地址 班级 所在班级 行政班级 年级 所在年级 职称',
    '证件类型 证件类别 证件名称 指导教师 带队教师 班主任 辅导员 负责人 联系人 经办人 填表人 填报人 审核人 填报部门 填报日期 填表日期 填报时间 签字 照片 附件',
    '证明材料 佐证材料 人日 人天 人次 合计 小计 总计 共计',
    'no name surname firstname lastname fullname givenname familyname birthdate dateofbirth birthday age phone telephone mobile email address class grade total',
  ].flatMap((line) => line.split(' ')),
)

/** A header that says what no field holds, as 序号 and 出生日期. A field of that very name comes before it. */
export function isOfNoField(header: string): boolean {
  return OF_NO_FIELD.has(foldHeader(header).replaceAll('.', ''))
}

/** Closer than what `findNearest` offers in a hint: a slip of the pen, not a word that has another within it. */
export function isClose(header: string, name: string): boolean {
  const [a, b] = [foldHeader(header), foldHeader(name)]
  const longest = Math.max(a.length, b.length)
  if (longest < 3) return false
  return Math.abs(a.length - b.length) <= Math.max(1, longest / 4) && (a[0] === b[0] || a.at(-1) === b.at(-1))
}
