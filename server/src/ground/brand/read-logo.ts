import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { fill, type Words } from '@causeway/shared/words/words'
import { DOMParser, XMLSerializer } from '@xmldom/xmldom'
import type { Logo } from './brand.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

const MOST_BYTES = 200 * 1024
const MOST_PIXELS = 2_000
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/**
 * The logo of a file, or what is wrong with it. What an SVG must not hold is refused; of the rest what is known to be safe is kept.
 */
export function readLogo(path: string): { logo: Logo } | { problem: Words } {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile()) return { problem: { zh: `找不到徽标文件 ${path}`, en: `there is no logo file ${path}` } }
  if (stat.size > MOST_BYTES)
    return {
      problem: fill(REFUSALS.LOGO_TOO_LARGE, { size: stat.size, MOST_BYTES }),
    }
  const body = readFileSync(path)
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12)
  if (body.subarray(0, PNG.length).equals(PNG)) {
    const wrong = checkPng(body)
    return wrong ? { problem: wrong } : { logo: { body, type: 'image/png', hash } }
  }
  const read = readSvg(body)
  return typeof read === 'string'
    ? { logo: { body: Buffer.from(read), type: 'image/svg+xml', hash } }
    : { problem: read }
}

function checkPng(body: Buffer): Words | null {
  const [width, height] = body.length >= 24 ? [body.readUInt32BE(16), body.readUInt32BE(20)] : [0, 0]
  if (width > 0 && height > 0 && width <= MOST_PIXELS && height <= MOST_PIXELS) return null
  return fill(REFUSALS.LOGO_PIXELS, { MOST_PIXELS, width, height })
}

/** The picture as it is served, or what is wrong with it. */
function readSvg(body: Buffer): string | Words {
  const text = decode(body)
  const read = text === null ? null : readSafeSvg(text.replace(/^\uFEFF/, ''))
  if (read === null) return { zh: '徽标须是 SVG 或 PNG 文件', en: 'the logo must be an SVG or a PNG file' }
  if ('unsafe' in read)
    return fill(REFUSALS.NOT_LET_THROUGH, { readZh: read.unsafe.join('、'), readEn: read.unsafe.join(', ') })
  const has = (name: string) => read.root.hasAttribute(name)
  if (!has('viewBox') && !(has('width') && has('height'))) return REFUSALS.NO_SIZE
  return read.svg
}

function decode(body: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return null
  }
}

const SVG = 'http://www.w3.org/2000/svg'
const XLINK = 'http://www.w3.org/1999/xlink'
const ELEMENT = 1
const TEXTS: readonly number[] = [3, 4]

/** What a picture is drawn of; nothing of it runs, and it fetches nothing but what is in the file. */
const ELEMENTS = new Set(
  `svg g defs symbol use title desc style path rect circle ellipse line polyline polygon text tspan textPath image
  linearGradient radialGradient stop pattern clipPath mask marker filter feBlend feColorMatrix feComponentTransfer feComposite
  feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset feTile`.split(
    /\s+/,
  ),
)
const ATTRIBUTES = new Set(
  `id class style transform viewBox preserveAspectRatio version x y z width height rx ry cx cy r x1 y1 x2 y2 fx fy fr d points dx dy
  rotate textLength lengthAdjust startOffset offset pathLength href fill color display visibility overflow opacity mask filter clip-path
  clip-rule fill-opacity fill-rule stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity
  stroke-width vector-effect paint-order mix-blend-mode isolation marker-start marker-mid marker-end font-family font-size font-style
  font-weight font-variant font-stretch text-anchor text-decoration dominant-baseline alignment-baseline baseline-shift letter-spacing
  word-spacing writing-mode direction stop-color stop-opacity gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits
  patternTransform clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight refX refY orient filterUnits
  primitiveUnits in in2 result stdDeviation mode operator k1 k2 k3 k4 values type tableValues slope intercept amplitude exponent radius
  flood-color flood-opacity color-interpolation color-interpolation-filters shape-rendering text-rendering image-rendering role lang
  aria-label aria-hidden`.split(/\s+/),
)
const REFERENCE = /^\s*(#|data:image\/(?:png|jpeg|gif|webp);)/i
/** What a style may fetch by; a picture's own parts, `url(#…)`, are none of it. */
const FETCHING =
  /url\(\s*["']?(?!#|["']?#)|@import|(?:image-set|image|src|cross-fade|element|expression)\(|-moz-binding|behavior\s*:/i

/** A picture of known parts alone, or the names of what it holds that a browser would run or fetch; null: it is no SVG. */
function readSafeSvg(text: string): { svg: string; root: Element } | { unsafe: string[] } | null {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) return { unsafe: ['<!DOCTYPE>'] }
  if (/<\?xml-stylesheet/i.test(text)) return { unsafe: ['<?xml-stylesheet?>'] }
  // Read in another encoding its text may be another.
  if (/<\?xml[^>]*\sencoding\s*=\s*(["'])(?!utf-8\1)/i.test(text)) return { unsafe: ['encoding="…"'] }
  const root = parse(text)?.documentElement
  if (!root || root.localName !== 'svg' || (root.namespaceURI ?? SVG) !== SVG) return null
  const unsafe = new Set<string>()
  clean(root, unsafe)
  return unsafe.size > 0 ? { unsafe: [...unsafe] } : { svg: new XMLSerializer().serializeToString(root), root }
}

/** Null: it is not well-formed. */
function parse(text: string): Document | null {
  const fail = (message: string) => {
    throw new Error(message)
  }
  try {
    return new DOMParser({ errorHandler: { warning: fail, error: fail, fatalError: fail } }).parseFromString(
      text,
      'image/svg+xml',
    )
  } catch {
    return null
  }
}

/** Takes away what is unknown, and names what is known to be unsafe. */
function clean(element: Element, unsafe: Set<string>): void {
  for (const { name, localName, namespaceURI, value } of [...Array.from(element.attributes)]) {
    if (/^on/i.test(localName ?? name)) unsafe.add('on…=')
    const spelt = spell(value)
    if (localName === 'href' && !REFERENCE.test(value)) unsafe.add('href="…"')
    if (FETCHING.test(spelt)) unsafe.add(/@import/i.test(spelt) ? '@import' : 'url(…)')
    if (/javascript:/i.test(spelt)) unsafe.add('javascript:')
    const isOurs = !namespaceURI || (namespaceURI === XLINK && localName === 'href')
    if (!name.startsWith('xmlns') && !name.startsWith('xml:') && !(isOurs && ATTRIBUTES.has(localName ?? name)))
      element.removeAttribute(name)
  }
  if (element.localName === 'style') {
    const spelt = spell(element.textContent ?? '')
    if (FETCHING.test(spelt)) unsafe.add(/@import/i.test(spelt) ? '@import' : 'url(…)')
  }
  for (const child of [...Array.from(element.childNodes)]) {
    if (TEXTS.includes(child.nodeType)) continue
    const part = child as Element
    const isDrawn = child.nodeType === ELEMENT && part.namespaceURI === element.namespaceURI
    if (isDrawn && ELEMENTS.has(part.localName)) clean(part, unsafe)
    else {
      // What a drawing program notes for itself is left out; anything else that a page may hold is not a picture.
      if (isDrawn && part.localName !== 'metadata') unsafe.add(`<${part.localName}>`)
      element.removeChild(child)
    }
  }
}

/** As a browser reads a style: `\75 rl(` and `u\rl(` are `url(`. */
function spell(text: string): string {
  return text.replace(/\\(?:([0-9a-f]{1,6})\s?|([^\n]))/gi, (_, hex?: string, itself?: string) => {
    const code = hex ? Number.parseInt(hex, 16) : 0
    return hex ? (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '') : itself!
  })
}
