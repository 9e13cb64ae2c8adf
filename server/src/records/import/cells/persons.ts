import { fill } from '@causeway/shared/words/words'
import { CellProblem } from '../ground/row-problem.ts'
import { firstNumber } from './first-number.ts'
import { partialText, readPartialDate, type DateStyle } from './partial-date.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** Marks that no number and no name of a person has within it. */
const APART = /[、；;\n\r]/u
const HAN_NAME = /^\s*\p{Script=Han}[\p{Script=Han}·•・]+\s*$/u
/** The hundred that most people have. Names from elsewhere have blanks within them, as 穆罕默德 阿里. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤'
const CHINESE_NAME = new RegExp(`^\\s*[${SURNAMES}]\\p{Script=Han}{1,2}\\s*$`, 'u')
const LATIN_NAME = /^\s*\p{Lu}[\p{L}'’.-]*(?:\s+[\p{L}'’.-]+)+\s*$/u
const NUMBER = /^\s*[\p{L}\d][\p{L}\d.()（）-]{3,}\s*$/u
const SHORTEST_BESIDE_SLASH = 6
/** Nobody of a college was born after 2019, or before 1920. */
const LAST_BORN = 19

/** 张三等3人. */
const AND_OTHERS = /等\s*(\d*|[一二两三四五六七八九十]*)\s*[人名位]\s*$/u

/** Without one of these a text names one person. */
const MAY_BE_SEVERAL = /[、；;\n\r，,/／|和及与&等\s]/u

/** How many persons a cell names where it takes one. A comma, a stroke, 和 and a blank may be part of one name, so that what is beside them has to be names, or numbers alike. */
export function countPersons(text: string): number {
  if (!MAY_BE_SEVERAL.test(text)) return 1
  const others = AND_OTHERS.exec(text)
  if (others) return Math.max(firstNumber(others[1]!) ?? 0, 2)
  const apart = partsOf(text, APART)
  if (apart.length > 1) return apart.length
  const byComma = partsOf(text, /[，,]/u)
  if (byComma.length > 1 && (byComma.every(isHanName) || byComma.every(isNumber))) return byComma.length
  const byStroke = partsOf(text, /[/／|]/u)
  if (byStroke.length > 1 && (byStroke.every(isHanName) || byStroke.every(isLatinName) || areAlike(byStroke)))
    return byStroke.length
  const linked = partsOf(text, /[和及与&]/u)
  if (linked.length > 1 && linked.every(isHanName)) return linked.length
  const named = partsOf(text, /\s+(?:and|&)\s+/iu)
  if (named.length > 1 && named.every(isLatinName)) return named.length
  const byBlank = partsOf(text, /\s+/u)
  return byBlank.length > 1 && byBlank.every((part) => CHINESE_NAME.test(part)) ? byBlank.length : 1
}

function partsOf(text: string, by: RegExp): string[] {
  return text.split(by).filter((part) => part.trim() !== '')
}

const isHanName = (text: string) => HAN_NAME.test(text)
const isLatinName = (text: string) => LATIN_NAME.test(text)
const isNumber = (text: string) => /\d/.test(text) && NUMBER.test(text)

/** LX2023001/LX2023002 are two numbers; 2023/001 is one. */
function areAlike(parts: readonly string[]): boolean {
  const shapes = parts.map((part) => part.trim().replaceAll(/\d/g, '0').replaceAll(/\p{L}/gu, 'a'))
  return (
    shapes[0]!.length >= SHORTEST_BESIDE_SLASH && shapes.every((shape) => shape === shapes[0]) && parts.every(isNumber)
  )
}

/** 李敏（工号 T0101）, 李敏(T0101) and T0101（李敏） are one person, whose number it is. */
const NAME_THEN_NUMBER =
  /^\s*\p{Script=Han}[\p{Script=Han}·]+\s*\((?:\p{Script=Han}*号\s*:?\s*)?(?<number>\p{L}{0,4}\d[\dXx-]{3,})\)\s*$/u
const NUMBER_THEN_NAME = /^\s*(?<number>\p{L}{0,4}\d[\dXx-]{3,})\s*\(\p{Script=Han}[\p{Script=Han}·]+\)\s*$/u

export function numberBesideName(text: string): string | null {
  const plain = text.normalize('NFKC')
  return (NAME_THEN_NUMBER.exec(plain) ?? NUMBER_THEN_NAME.exec(plain))?.groups!['number'] ?? null
}

/** What is written where the number is not known yet: all who have it would be one person. */
export function isPlaceholder(text: string): boolean {
  return /^(?:待定|待补|待补充|待查|未知|不详|暂无|未定|空|tbd|tba|unknown|n\/a|none)$/iu.test(
    text.normalize('NFKC').trim(),
  )
}

/** One spelling of a name: blanks within 张 三 say nothing, those within Li Na do. */
function spell(name: string): string {
  const plain = name
    .normalize('NFKC')
    .replaceAll(/[•・‧∙]/gu, '·')
    .trim()
  return plain.replaceAll(/\s+/gu, /\p{Script=Han}/u.test(plain) ? '' : ' ')
}

export function severalPersons(count: number): CellProblem {
  return new CellProblem('SEVERAL_VALUES', fill(REFUSALS.SEVERAL_VALUES, { count }))
}

/** What a person without a number is known by: the name, and as much of the birth date as is said. */
export function nameKey(name: string, birth: string | null): string {
  return birth === null ? spell(name) : `${spell(name)} ${birth}`
}

/** A birth date in whatever form, as text that is the same for the same day. */
export function readBirth(text: string, style: DateStyle): string | CellProblem {
  if (text === '') return new CellProblem('REQUIRED', REFUSALS.PERSON_WITHOUT_BIRTH)
  const said = readPartialDate(text, { ...style, lastOfCentury: LAST_BORN })
  if (said === 'open') return new CellProblem('BAD_DATE', REFUSALS.REAL_DATE)
  if (!(said instanceof CellProblem)) return partialText(said)
  // What else a problem says may hold the date, which is part of who the person is.
  return new CellProblem(said.code, said.code === 'AMBIGUOUS_DATE' ? REFUSALS.BIRTH_OF_TWO_DAYS : REFUSALS.REAL_DATE)
}
