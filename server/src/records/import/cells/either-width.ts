const WIDE_BY = 0xfee0
/** Marks that have another width and are no ASCII. */
const OTHERS = new Map([
  [' ', '\u3000'],
  ['、', '\uff64'],
  ['。', '\uff61'],
])
for (const [mark, other] of [...OTHERS]) OTHERS.set(other, mark)

/** Finds a text as it is and in its other width: `/` is `／`, `；` is `;`. */
export function eitherWidth(text: string): RegExp {
  return new RegExp([...text].map((mark) => `[${escaped(mark)}${escaped(otherWidth(mark))}]`).join(''), 'u')
}

function otherWidth(mark: string): string {
  const code = mark.codePointAt(0)!
  if (code > 0x20 && code < 0x7f) return String.fromCodePoint(code + WIDE_BY)
  if (code > 0xff00 && code < 0xff5f) return String.fromCodePoint(code - WIDE_BY)
  return OTHERS.get(mark) ?? mark
}

function escaped(mark: string): string {
  return `\\u{${mark.codePointAt(0)!.toString(16)}}`
}
