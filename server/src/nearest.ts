import type { Words } from '@causeway/shared/words/words'

/** The candidates most like `text`, at most `limit`, best first; none where nothing is near enough to be meant. */
export function findNearest(text: string, candidates: Iterable<string>, limit = 3): string[] {
  const wanted = fold(text)
  if (wanted === '') return []
  const near: [distance: number, candidate: string][] = []
  for (const candidate of candidates) {
    const other = fold(candidate)
    if (other === '') continue
    const most = mostEdits(wanted, other)
    const contained = wanted.length >= 2 && other.length >= 2 && (other.includes(wanted) || holds(wanted, other))
    const distance = editDistance(wanted, other, most)
    if (distance <= most) near.push([distance, candidate])
    else if (contained) near.push([most + Math.abs(other.length - wanted.length) / 100 + 0.5, candidate])
  }
  near.sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1))
  return near.slice(0, limit).map(([, candidate]) => candidate)
}

/** Two letters stand by chance in many a longer word, as `to` does; two Han characters do not. */
function holds(wanted: string, other: string): boolean {
  const meant = other.length > 2 || other.length * 2 >= wanted.length || /\p{Script=Han}/u.test(other)
  return meant && wanted.includes(other)
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_\-–—·.]/g, '')
    .slice(0, 60)
}

// Han words are short: 柬埔赛 for 柬埔寨 is one edit of three. Latin ones need more letters in common.
function mostEdits(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  if (/\p{Script=Han}/u.test(a)) return length <= 1 ? 0 : Math.max(1, Math.floor(length / 3))
  return length <= 2 ? 0 : length <= 5 ? 1 : Math.min(4, Math.floor(length / 3))
}

/** Insertions, deletions, substitutions and swaps of neighbours between two texts; `most + 1` once there are more than `most`. */
function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let edits = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, beforeLast[j - 2]! + 1)
      row.push(edits)
      least = Math.min(least, edits)
    }
    if (least > most) return most + 1
    beforeLast = last
    last = row
  }
  return last[b.length]!
}

/** To be said after a sentence without its full stop; empty where nothing is near. */
export function didYouMean(near: readonly string[]): Words {
  if (near.length === 0) return { zh: '', en: '' }
  return { zh: `。是否应为 ${near.join('、')}？`, en: `. Did you mean ${near.join(' or ')}?` }
}
