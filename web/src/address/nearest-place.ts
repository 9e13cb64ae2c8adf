import { THEMES } from '@causeway/shared/series'
import { PAGES_ABOUT_ONE, parsePlace, SINGLE_PAGES, type Place } from '@causeway/shared/pages'

const OF_THEMES = THEMES.map((theme) => theme.toLowerCase())
const MOST_EDITS = 2

/** The page that a wrong address may have meant: a letter too many, a plural, a name in capitals. Null: none is near. */
export function nearestPlace(path: string): Place | null {
  const [first = '', second] = path.split('/').filter(Boolean)
  const one = first.toLowerCase()
  const tries =
    second === undefined
      ? [nearest(one, SINGLE_PAGES), themed(nearest(one, OF_THEMES))]
      : [
          one === 'theme' || edits(one, 'theme') <= MOST_EDITS
            ? themed(nearest(second.toLowerCase(), OF_THEMES))
            : null,
          withCode(nearest(one, PAGES_ABOUT_ONE), second),
          nearest(one, SINGLE_PAGES),
        ]
  for (const tried of tries) {
    const place = tried === null ? null : parsePlace(`/${tried}`)
    if (place && place.page !== 'not-found') return place
  }
  return null
}

const themed = (theme: string | null) => theme && `theme/${theme}`
const withCode = (page: string | null, code: string) => page && `${page}/${code}`

function nearest(text: string, names: readonly string[]): string | null {
  const [best] = names.map((name) => ({ name, by: edits(text, name) })).toSorted((a, b) => a.by - b.by)
  return best && best.by <= MOST_EDITS ? best.name : null
}

/** Letters to put in, take out or change to make one word of the other. */
function edits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++)
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1)))
    row = next
  }
  return row[to.length]!
}
