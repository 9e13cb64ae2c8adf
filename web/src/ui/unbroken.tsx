import type { ReactNode } from 'react'

/**
 * What is read as one: a number with its unit, a school year, a day. In Chinese a line could end within any of them, in English
 * between the number and what it counts.
 */
const ONE = new RegExp(
  [
    /\d{4}年\d{1,2}月\d{1,2}日/,
    /\d{4}—\d{4}学年/,
    /\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?/,
    /[−+]?\d[\d,.]*(?:%|个百分点|人次|人日|[\u4e00-\u9fff](?:\/[\u4e00-\u9fff]{1,2})?| [a-z]+(?:-days)?)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
)

/** A sentence whose numbers and days stay whole at the end of a line. */
export function Unbroken({ text }: { text: string }) {
  const parts: ReactNode[] = []
  let end = 0
  for (const { index, 0: one } of text.matchAll(ONE)) {
    parts.push(
      text.slice(end, index),
      <span key={index} className="nowrap">
        {one}
      </span>,
    )
    end = index + one.length
  }
  return [...parts, text.slice(end)]
}
