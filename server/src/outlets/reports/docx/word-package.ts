import { strFromU8, strToU8, unzipSync, zipSync, type ZippableFile } from 'fflate'
import { posix } from 'node:path'
import { escapeXml, NO_TIME } from '../shipped/xml.ts'
import { decodeEntities } from '../../../records/import/readers/xml-events.ts'

/** A document unpacked: its parts by name. */
export type WordParts = Record<string, Uint8Array>

export const MAIN_PART = 'word/document.xml'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKED = /\.(png|jpe?g|gif|xlsx|zip|mp4)$/i

export const unpackWord = (bytes: Uint8Array): WordParts => unzipSync(bytes)

export function packWord(parts: WordParts): Buffer {
  const files = Object.entries(parts).filter(([name]) => !name.endsWith('/'))
  const packed = files.map(([name, content]): [string, ZippableFile] => [
    name,
    [content, { level: PACKED.test(name) ? 0 : 6 }],
  ])
  return Buffer.from(zipSync(Object.fromEntries(packed), { mtime: NO_TIME }))
}

export function textOfPart(parts: WordParts, name: string): string {
  return strFromU8(parts[name] ?? new Uint8Array())
}

/** Where a part leads to. */
export interface Relationship {
  id: string
  type: string
  /** The part; of a link outwards its address. */
  target: string
}

export function relationshipsOf(parts: WordParts, owner: string): Relationship[] {
  return [...textOfPart(parts, relsOf(owner)).matchAll(/<Relationship\b[^>]*>/g)].map(([written]) => {
    const said = (name: string) =>
      decodeEntities(new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(written)?.[1] ?? '')
    const target = said('Target')
    const isOutside = said('TargetMode') === 'External'
    return { id: said('Id'), type: said('Type'), target: isOutside ? target : resolve(owner, target) }
  })
}

/** @param type the last part of its name, such as `customXml` @returns its id */
export function relate(parts: WordParts, owner: string, type: string, target: string): string {
  const known = relationshipsOf(parts, owner)
  const found = known.find((one) => one.target === target)
  if (found) return found.id
  const ids = new Set(known.map(({ id }) => id))
  let n = known.length + 1
  while (ids.has(`rId${n}`)) n++
  const path = posix.relative(posix.dirname(owner), target)
  const written = `<Relationship Id="rId${n}" Type="${OFFICE}/${type}" Target="${escapeXml(path)}"/>`
  const before =
    textOfPart(parts, relsOf(owner)) ||
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
  parts[relsOf(owner)] = strToU8(
    before
      .replace(/<Relationships\b([^>]*)\/>/, '<Relationships$1></Relationships>')
      .replace('</Relationships>', () => `${written}</Relationships>`),
  )
  return `rId${n}`
}

/** A relationship of a part leads to another target. */
export function redirect(parts: WordParts, owner: string, id: string, target: string): void {
  const path = escapeXml(posix.relative(posix.dirname(owner), target))
  const isIt = (written: string) => new RegExp(`\\bId\\s*=\\s*["']${id}["']`).test(written)
  const redirected = textOfPart(parts, relsOf(owner)).replaceAll(/<Relationship\b[^>]*>/g, (written) =>
    isIt(written) ? written.replace(/\bTarget\s*=\s*("[^"]*"|'[^']*')/, () => `Target="${path}"`) : written,
  )
  parts[relsOf(owner)] = strToU8(redirected)
}

/** From the package itself. @param type whole */
export function relateRoot(parts: WordParts, type: string, target: string): void {
  const before = textOfPart(parts, '_rels/.rels')
  const ids = [...before.matchAll(/\bId="([^"]*)"/g)].map(([, id]) => id)
  let n = ids.length + 1
  while (ids.includes(`rId${n}`)) n++
  const written = `<Relationship Id="rId${n}" Type="${type}" Target="${target}"/>`
  parts['_rels/.rels'] = strToU8(before.replace('</Relationships>', () => `${written}</Relationships>`))
}

/** Takes out the charts that a part of the document leads to and no longer shows, with what they alone lead to. */
export function dropUnusedCharts(parts: WordParts): WordParts {
  const kept = { ...parts }
  for (const owner of Object.keys(parts).filter((name) => /^word\/(document|header\d*|footer\d*)\.xml$/.test(name))) {
    const xml = textOfPart(parts, owner)
    for (const { id, type, target } of relationshipsOf(parts, owner))
      if (type.endsWith('/chart') && !xml.includes(`"${id}"`)) {
        const rels = textOfPart(kept, relsOf(owner))
        const isOther = (written: string) => !new RegExp(`\\bId\\s*=\\s*["']${id}["']`).test(written)
        kept[relsOf(owner)] = strToU8(
          rels.replaceAll(/<Relationship\b[^>]*>/g, (written) => (isOther(written) ? written : '')),
        )
        dropPart(kept, target)
      }
  }
  return kept
}

function dropPart(parts: WordParts, name: string): void {
  const owners = Object.keys(parts).flatMap((one) => /^(.*)_rels\/([^/]+)\.rels$/.exec(one)?.slice(1).join('') ?? [])
  if (owners.some((owner) => relationshipsOf(parts, owner).some(({ target }) => target === name))) return
  const targets = relationshipsOf(parts, name).map(({ target }) => target)
  delete parts[name]
  delete parts[relsOf(name)]
  const types = textOfPart(parts, '[Content_Types].xml')
  parts['[Content_Types].xml'] = strToU8(
    types.replaceAll(/<Override\b[^>]*>/g, (written) => (written.includes(`"/${name}"`) ? '' : written)),
  )
  for (const target of targets) if (parts[target]) dropPart(parts, target)
}

export function declareType(parts: WordParts, name: string, type: string): void {
  const types = textOfPart(parts, '[Content_Types].xml')
  if (types.includes(`"/${name}"`)) return
  const written = `<Override PartName="/${name}" ContentType="${type}"/>`
  parts['[Content_Types].xml'] = strToU8(types.replace('</Types>', () => `${written}</Types>`))
}

/** The type of every part whose name ends so. */
export function declareDefault(parts: WordParts, extension: string, type: string): void {
  const types = textOfPart(parts, '[Content_Types].xml')
  if (new RegExp(`<Default[^>]*Extension="${extension}"`, 'i').test(types)) return
  const written = `<Default Extension="${extension}" ContentType="${type}"/>`
  parts['[Content_Types].xml'] = strToU8(types.replace(/<Types\b[^>]*>/, (opening) => opening + written))
}

export function relsOf(owner: string): string {
  return `${posix.dirname(owner)}/_rels/${posix.basename(owner)}.rels`
}

function resolve(owner: string, target: string): string {
  return target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(owner), target)
}
