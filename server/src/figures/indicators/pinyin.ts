import { pinyin } from 'pinyin-pro'

/** A Chinese text spelt without tones, a syllable for each character: lai hua; ü is v, as one types it. What is no Chinese character is as it is. */
export function pinyinOf(text: string): readonly string[] {
  let spelt = known.get(text)
  if (!spelt) known.set(text, (spelt = spell(text)))
  return spelt
}

const known = new Map<string, readonly string[]>()

function spell(text: string): readonly string[] {
  const options = { toneType: 'none', type: 'array', v: true } as const
  const syllables = pinyin(text, options)
  const characters = [...text]
  return syllables.length === characters.length ? syllables : characters.flatMap((one) => pinyin(one, options))
}
