import { createRequire } from 'node:module'
import type * as Pinyin from 'pinyin-pro'

/** Loaded when something is first spelt: it takes 17 MB. */
let library: typeof Pinyin | undefined

const MOST_KNOWN = 5_000
const known = new Map<string, readonly string[]>()

/** A Chinese text spelt without tones, a syllable for each character: lai hua; ü is v, as one types it. What is no Chinese character is as it is. */
export function pinyinOf(text: string): readonly string[] {
  let spelt = known.get(text)
  if (!spelt) {
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(text, (spelt = spell(text)))
  }
  return spelt
}

function spell(text: string): readonly string[] {
  library ??= createRequire(import.meta.url)('pinyin-pro') as typeof Pinyin
  const { pinyin } = library
  const options = { toneType: 'none', type: 'array', v: true } as const
  const syllables = pinyin(text, options)
  const characters = [...text]
  return syllables.length === characters.length ? syllables : characters.flatMap((one) => pinyin(one, options))
}
