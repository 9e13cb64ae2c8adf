import type { Columns } from './csv-file.ts'

/** The words offices write for what is the same everywhere. */

export const FLAG = { '1': '是', '0': '否' }
export const SEX = { header: '性别', words: { female: '女', male: '男' } }
// prettier-ignore
export const COUNTRIES: Record<string, string> = {
  CN: '中国', RU: '俄罗斯', BY: '白俄罗斯', KZ: '哈萨克斯坦', KG: '吉尔吉斯斯坦', UZ: '乌兹别克斯坦', TJ: '塔吉克斯坦', MN: '蒙古',
  TH: '泰国', LA: '老挝', VN: '越南', KH: '柬埔寨', TZ: '坦桑尼亚', PK: '巴基斯坦', DE: '德国', NZ: '新西兰', JP: '日本', CH: '瑞士', GB: '英国',
  HK: '中国香港', MO: '中国澳门', TW: '中国台湾',
}
export const OUTCOMES = { header: '学习结果', words: { completed: '毕业', left: '退学', transferred: '转学' } }
export const STATUSES = {
  employed: '就业',
  'own-business': '自主创业',
  flexible: '灵活就业',
  'further-study': '升学',
  'not-employed': '未就业',
  unknown: '去向不明',
}

/** Columns called by the names of their fields. */
export const named = (...fields: string[]): Columns => Object.fromEntries(fields.map((field) => [field, field]))
