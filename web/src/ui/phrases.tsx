import { Unbroken } from './unbroken.tsx'

/** A heading that breaks after its pauses where it is too long for a line. */
export function Phrases({ text }: { text: string }) {
  const phrases = text.split(/(?<=[，；：。])/)
  // One alone breaks where it must: as a block it would leave the line it begins on.
  if (phrases.length === 1) return <Unbroken text={text} />
  return phrases.map((phrase, at) => (
    <span key={at} className="phrase">
      <Unbroken text={phrase} />
    </span>
  ))
}
