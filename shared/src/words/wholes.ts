/**
 * What is read as one: a number with its unit, a school year, a day, a side of the headline with its number. In Chinese a line
 * could end within any of them, in English between the number and what it counts. A school year comes before numbers: its end is none.
 */
const WHOLE = new RegExp(
  [
    /(?:引进来|走出去)（[\d,]+人）/,
    /\d{4}年\d{1,2}月\d{1,2}日/,
    /\d{4}—\d{4}学年/,
    /\d{4}\/\d{2}\b/,
    /\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?/,
    /[−+]?\d[\d,.]*(?:%|个百分点|人次|人日|[\u4e00-\u9fff](?:\/[\u4e00-\u9fff]{1,2})?| [a-z]+(?:-days)?)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
)

/** A sentence in parts: between one another they may be parted by the end of a line, those that are `whole` not in themselves. */
export function partsOf(sentence: string): { text: string; whole: boolean }[] {
  const parts: { text: string; whole: boolean }[] = []
  let end = 0
  for (const { index, 0: text } of sentence.matchAll(WHOLE)) {
    if (index > end) parts.push({ text: sentence.slice(end, index), whole: false })
    parts.push({ text, whole: true })
    end = index + text.length
  }
  if (end < sentence.length) parts.push({ text: sentence.slice(end), whole: false })
  return parts
}

/** A heading in parts, each of which ends in a pause. */
export const phrasesOf = (heading: string): string[] => heading.split(/(?<=[，；：。])/)
