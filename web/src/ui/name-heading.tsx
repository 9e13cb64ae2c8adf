import { LineWords } from './line-words.tsx'

/** Characters of a Chinese heading that a phone shows in one line. */
const ONE_LINE = 13

/** The name of an indicator over its page: one that needs a second line breaks between words. Finding them takes a phone a while. */
export function NameHeading({ name }: { name: string }) {
  return <h1>{name.length > ONE_LINE ? <LineWords text={name} /> : name}</h1>
}
