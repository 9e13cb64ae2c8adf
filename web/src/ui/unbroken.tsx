import { partsOf, phrasesOf } from '@causeway/shared/words/wholes'
import { Fragment } from 'react'
import { useLanguage } from '../language/language.tsx'

/** A sentence whose numbers and days stay whole at the end of a line. */
export function Unbroken({ text }: { text: string }) {
  return partsOf(text).map((part, at) =>
    part.whole ? (
      <span key={at} className="nowrap">
        {part.text}
      </span>
    ) : (
      part.text
    ),
  )
}

/** A heading that breaks after its pauses where it is too long for a line. */
export function Phrases({ text }: { text: string }) {
  const phrases = phrasesOf(text)
  // One alone breaks where it must: as a block it would leave the line it begins on.
  if (phrases.length === 1) return <Unbroken text={text} />
  return phrases.map((phrase, at) => (
    <span key={at} className="phrase">
      <Unbroken text={phrase} />
    </span>
  ))
}

const JOINS_NEXT = /^[（“《已未无有近每各按其本非全]$/
/** Goes with what is before it: a mark, or a word of one character such as 数, 率, 后. */
const JOINS_LAST = /^.$/u
const ONE_WORD = /(国（境）外)/

/** A short text that breaks between words: written Chinese has no spaces that would say where. */
export function LineWords({ text }: { text: string }) {
  const { locale } = useLanguage()
  if (locale !== 'ZH') return text
  return wordsOf(text).map((word, at) => (
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {word}
    </Fragment>
  ))
}

function wordsOf(text: string): string[] {
  const words: string[] = []
  let open = false
  for (const piece of text.split(ONE_WORD).flatMap((part) => (ONE_WORD.test(part) ? [part] : segments(part)))) {
    if (words.length > 0 && (open || (JOINS_LAST.test(piece) && !JOINS_NEXT.test(piece))))
      words.push(words.pop() + piece)
    else words.push(piece)
    open = JOINS_NEXT.test(piece)
  }
  return words
}

let segmenter: Intl.Segmenter | null = null

function segments(text: string): string[] {
  if (!('Segmenter' in Intl)) return [text]
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  return [...segmenter.segment(text)].map(({ segment }) => segment)
}

/** Characters of a Chinese heading that a phone shows in one line. */
const ONE_LINE = 13

/** The name of an indicator over its page: one that needs a second line breaks between words. Finding them takes a phone a while. */
export function NameHeading({ name }: { name: string }) {
  return <h1>{name.length > ONE_LINE ? <LineWords text={name} /> : name}</h1>
}
