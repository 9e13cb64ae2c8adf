import type { Words } from '@causeway/shared/words/words'

/** Chinese without a Latin letter; Latin words, not an abbreviation alone, without Chinese. */
const CHINESE = String.raw`(?<zh>[^\p{Script=Latin}()（）]*\p{Script=Han}[^\p{Script=Latin}()（）]*?)`
const LATIN = String.raw`(?<en>\p{Script=Latin}[^\p{Script=Han}]*\p{Ll}{3}[^\p{Script=Han}]*?)`
const BETWEEN = String.raw`\s*[\s/|／·,，;；]\s*`
/** A brand is no translation of the words behind it, as in City & Guilds 烹饪证书: a blank parts the two where the Latin names an organisation. */
const ORGANISATION = String.raw`(?<=(?:[Uu]niversit|[Cc]olleg|[Ss]chool|[Ii]nstitut|[Aa]cadem|[Aa]ssociat|[Ss]ociet|[Cc]ouncil|[Mm]inistr)[^\p{Script=Han}]*)\s+`
const BOTH = [
  `${CHINESE}${BETWEEN}${LATIN}`,
  `${CHINESE}\\s*[(（]${LATIN}[)）]`,
  `${LATIN}\\s*[/|／·,，;；\\n]\\s*${CHINESE}`,
  `${LATIN}${ORGANISATION}${CHINESE}`,
  `${LATIN}\\s*[(（]${CHINESE}[)）]`,
].map((pattern) => new RegExp(`^\\s*${pattern}\\s*$`, 'u'))

/**
 * What people write in both languages side by side, each for its own readers: `理事 Board member`, `理事（Board member）`,
 * `Board member / 理事`. Any other text is the same in both.
 */
export function eachLanguage(text: string): Words {
  for (const pattern of BOTH) {
    const { zh, en } = pattern.exec(text)?.groups ?? {}
    if (zh && en) return { zh: zh.trim(), en: en.trim() }
  }
  return { zh: text, en: text }
}
