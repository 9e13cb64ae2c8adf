import type { NamedEncoding } from '@causeway/shared/text-encodings'

/**
 * Letters outside ASCII, in lower case, of languages that are written in a Windows code page of Latin letters: all that a language
 * uses, and of these the usual ones, of which hardly a line has none. After the alphabets of Unicode CLDR (main exemplar characters).
 */
const LANGUAGES: readonly { page: NamedEncoding; letters: string; usual: string }[] = [
  { page: 'windows-1252', letters: 'àâæçéèêëîïôœùûüÿ', usual: 'é' },
  { page: 'windows-1252', letters: 'äöüßé', usual: 'äöüß' },
  { page: 'windows-1252', letters: 'áéíóúñü', usual: 'áéíóñ' },
  { page: 'windows-1252', letters: 'àáâãçéêíóôõúü', usual: 'ãçáéí' },
  { page: 'windows-1252', letters: 'àèéìòù', usual: 'àèòù' },
  { page: 'windows-1252', letters: 'àçèéíïòóúü', usual: 'àçóé' },
  { page: 'windows-1252', letters: 'åäöæøéü', usual: 'åäöæø' },
  { page: 'windows-1252', letters: 'áéëèêïóöü', usual: 'ëïé' },
  { page: 'windows-1252', letters: 'áéíóúýæöðþ', usual: 'áíöð' },
  { page: 'windows-1254', letters: 'âçğîıöşûü', usual: 'ışğ' },
  { page: 'windows-1250', letters: 'áčďéěíňóřšťúůýž', usual: 'áíě' },
  { page: 'windows-1250', letters: 'áäčďéíĺľňóôŕšťúýž', usual: 'áíž' },
  { page: 'windows-1250', letters: 'ąćęłńóśźż', usual: 'łęąó' },
  { page: 'windows-1250', letters: 'áéíóöőúüű', usual: 'áé' },
  { page: 'windows-1250', letters: 'ăâîşţ', usual: 'ăşţ' },
  { page: 'windows-1250', letters: 'čćđšž', usual: 'čšž' },
  { page: 'windows-1257', letters: 'āčēģīķļņšūž', usual: 'āīē' },
  { page: 'windows-1257', letters: 'ąčęėįšųūž', usual: 'ėšž' },
  { page: 'windows-1257', letters: 'äõöüšž', usual: 'äõöü' },
]

/** Signs of all these pages that no language owns: quotation marks, dashes, the euro, degrees, a space that does not break. */
const SIGNS = new Set([
  ...[0x80, 0x82, 0x84, 0x85, 0x8b, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9b],
  ...[0xa0, 0xa7, 0xa9, 0xab, 0xae, 0xb0, 0xb1, 0xb4, 0xb5, 0xb6, 0xb7, 0xbb],
])

/**
 * The code page of a text in Latin letters by the bytes from 128 on that stand in it: where all languages that have all its letters
 * are of one page, or where it says the same in each of theirs. Null: it could be several, or none of them.
 */
export function findLatinPage(bytes: readonly number[]): NamedEncoding | null {
  const used = bytes.filter((byte) => !SIGNS.has(byte))
  const readings = new Map<string, NamedEncoding>()
  for (const { page, letters, usual } of LANGUAGES) {
    const text = new TextDecoder(page).decode(Uint8Array.from(used))
    const lower = [...text.toLocaleLowerCase(page === 'windows-1254' ? 'tr' : 'en')]
    // Who writes in capitals has İ, which is an i that other languages know too.
    const isWritten = lower.every((letter) => letters.includes(letter) || (page === 'windows-1254' && letter === 'i'))
    // A single letter says nothing of what is usual.
    if (!isWritten || (used.length > 1 && !lower.some((letter) => usual.includes(letter)))) continue
    if (!readings.has(text)) readings.set(text, page)
  }
  const [only, ...others] = readings.values()
  if (only === undefined || others.length > 0) return null
  // The Baltic page is known here for the doubt that it casts; of the others two letters may be chance.
  return only === 'windows-1252' || (only !== 'windows-1257' && used.length > 2) ? only : null
}
