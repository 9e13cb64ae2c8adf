import { partsOf } from '../language/wholes.ts'

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
