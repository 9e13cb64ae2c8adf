import { eachLanguage } from '../../each-language.ts'

/** A mark within brackets is part of one name, as in 教育中心（北京、上海）. */
export const OUTSIDE_BRACKETS = '(?![^（(《〈「“【[]*[）)》〉」”】\\]])'
const APART = new RegExp(`[、；;\\n\\r]${OUTSIDE_BRACKETS}`, 'u')
const MAY_BE_APART = new RegExp(`[/／，,]${OUTSIDE_BRACKETS}`, 'u')
/** AWS / Cisco: nobody writes one name with a stroke between blanks. */
const STROKE = new RegExp(`\\s[/／]\\s${OUTSIDE_BRACKETS}`, 'u')
const BRACKETED = /[（(《〈「“"【[][^）)》〉」”"】\]]*[）)》〉」”"】\]]/gu
/** 三、四级 are levels of one thing. */
const LEVEL = /^[一二三四五六七八九十百\d]+[级期届类]?/u
const ORGANISATION =
  /(?:大学|学院|学校|高中|中学|院校|公司|集团|企业|协会|学会|商会|研究院|研究所|中心|基金会|委员会|大使馆|university|college|institute|school|academy|company|ltd\.?|inc\.?|association)$/iu
const AND_OTHERS = /等\s*[\d一二两三四五六七八九十]*\s*(?:所|家|校|单位|院校|学校|高校|大学|学院|企业|公司)$/u
const SHORTEST = 2

/** Whether a text that names an entry names several, or one of several. */
export function namesSeveral(text: string): boolean {
  if (namesIn(text).length > 1) return true
  const { zh, en } = eachLanguage(text)
  return zh === en && AND_OTHERS.test(text.normalize('NFKC').replaceAll(BRACKETED, '').trim())
}

/**
 * The names in a text, in its order; one where it seems to be a single one: a stroke and a comma may be within a name, so that what is
 * beside them has to be organisations, or `isName`.
 */
export function namesIn(text: string, isName: (part: string) => boolean = () => false): string[] {
  const { zh, en } = eachLanguage(text)
  if (zh !== en) return [text]
  const apart = partsOf(text, APART)
  if (apart.length > 1 && apart.every((part) => mayBeName(part))) return apart
  const stroke = partsOf(text, STROKE)
  if (stroke.length > 1 && stroke.every((part) => mayBeName(part))) return stroke
  const perhaps = partsOf(text, MAY_BE_APART)
  const areNames = perhaps.every((part) => isName(part) || isOrganisation(part))
  return perhaps.length > 1 && areNames ? perhaps : [text]
}

const mayBeName = (part: string) => part.length >= SHORTEST && !LEVEL.test(part.normalize('NFKC'))

const isOrganisation = (part: string) => ORGANISATION.test(part.normalize('NFKC').replaceAll(BRACKETED, '').trim())

function partsOf(text: string, by: RegExp): string[] {
  return text
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
