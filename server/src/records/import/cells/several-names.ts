import { eachLanguage } from '../../each-language.ts'

const APART = /[、；;\n\r]/u
const MAY_BE_APART = /[/／，,]/u
/** What is in brackets is part of one name, as 教育中心（北京、上海）. */
const BRACKETED = /[（(《〈「“"【[][^）)》〉」”"】\]]*[）)》〉」”"】\]]/gu
/** 三、四级 are levels of one thing. */
const LEVEL = /^[一二三四五六七八九十百\d]+[级期届类]?/u
const ORGANISATION =
  /(?:大学|学院|学校|高中|中学|院校|公司|集团|企业|协会|学会|商会|研究院|研究所|中心|基金会|委员会|大使馆|university|college|institute|school|academy|company|ltd\.?|inc\.?|association)$/iu
const AND_OTHERS = /等\s*[\d一二两三四五六七八九十]*\s*(?:所|家|校|单位|院校|学校|高校|大学|学院|企业|公司)$/u
const SHORTEST = 2

/** Whether a text that names an entry names several, or one of several: a stroke and a comma may be within one name, so that what is beside them has to be organisations. */
export function namesSeveral(text: string): boolean {
  const { zh, en } = eachLanguage(text)
  if (zh !== en) return false
  const plain = text.normalize('NFKC').replaceAll(BRACKETED, '').trim()
  if (AND_OTHERS.test(plain)) return true
  const apart = partsOf(plain, APART)
  if (apart.length > 1 && apart.every((part) => part.length >= SHORTEST && !LEVEL.test(part))) return true
  const perhaps = partsOf(plain, MAY_BE_APART)
  return perhaps.length > 1 && perhaps.every((part) => ORGANISATION.test(part))
}

function partsOf(text: string, by: RegExp): string[] {
  return text
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
