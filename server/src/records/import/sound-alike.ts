import { createRequire } from 'node:module'
import type * as Pinyin from 'pinyin-pro'

// Loaded where somebody mistyped a Chinese name, and never else.
let library: typeof Pinyin | undefined
const known = new Map<string, string>()
const MOST_KNOWN = 5_000
const HAN = /\p{Script=Han}/u

/** Candidates that are spoken as `text` is: who types by sound picks the wrong one of several characters, 太国 for 泰国. */
export function findSoundingAlike(text: string, candidates: Iterable<string>): string[] {
  if (!HAN.test(text) || text.length > 20) return []
  const wanted = soundOf(text.trim())
  return [...candidates].filter((candidate) => HAN.test(candidate) && soundOf(candidate) === wanted)
}

function soundOf(text: string): string {
  let sound = known.get(text)
  if (sound === undefined) {
    library ??= createRequire(import.meta.url)('pinyin-pro') as typeof Pinyin
    sound = library.pinyin(text, { toneType: 'none', type: 'array' }).join(' ')
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(text, sound)
  }
  return sound
}
