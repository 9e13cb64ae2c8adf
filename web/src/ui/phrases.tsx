/** A heading that breaks after its pauses where it is too long for a line. */
export function Phrases({ text }: { text: string }) {
  return text.split(/(?<=[，；：。])/).map((phrase, at) => (
    <span key={at} className="phrase">
      {phrase}
    </span>
  ))
}
