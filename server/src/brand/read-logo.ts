import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import type { Words } from '@causeway/shared/words/words'
import type { Logo } from './brand.ts'

const MOST_BYTES = 200 * 1024
const MOST_PIXELS = 2_000
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** What a picture does not need and a browser would run or fetch. */
const UNSAFE: { pattern: RegExp; what: string }[] = [
  { pattern: /<!DOCTYPE|<!ENTITY/i, what: '<!DOCTYPE>' },
  { pattern: /<\?xml-stylesheet/i, what: '<?xml-stylesheet?>' },
  // Read in another encoding its text may be another.
  { pattern: /<\?xml[^>]*\sencoding\s*=\s*(["'])(?!utf-8\1)/i, what: 'encoding="…"' },
  { pattern: /<(?:\w+:)?script\b/i, what: '<script>' },
  { pattern: /<(?:\w+:)?foreignObject\b/i, what: '<foreignObject>' },
  { pattern: /<(?:\w+:)?(?:iframe|embed|object|audio|video|a)\b/i, what: '<a>, <iframe>, <embed>, <object>' },
  { pattern: /\son\w+\s*=/i, what: 'on…=' },
  { pattern: /javascript:/i, what: 'javascript:' },
  { pattern: /@import/i, what: '@import' },
  { pattern: /(?:href|src)\s*=\s*(["'])(?!#|data:image\/(?:png|jpeg|gif|webp);)/i, what: 'href="…"' },
  { pattern: /attributeName\s*=\s*["']\s*(?:\w+:)?href/i, what: 'attributeName="href"' },
  { pattern: /url\(\s*["']?(?!#|["']?#)/i, what: 'url(…)' },
]

/** The logo of a file, or what is wrong with it. It is refused, not mended: what is shown is what the college made. */
export function readLogo(path: string): { logo: Logo } | { problem: Words } {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile()) return { problem: { zh: `找不到徽标文件 ${path}`, en: `there is no logo file ${path}` } }
  if (stat.size > MOST_BYTES)
    return {
      problem: {
        zh: `徽标文件有 ${stat.size} 字节，最多 ${MOST_BYTES} 字节。请缩小或简化`,
        en: `the logo has ${stat.size} bytes, and may have ${MOST_BYTES} at most. Make it smaller or simpler`,
      },
    }
  const body = readFileSync(path)
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12)
  if (body.subarray(0, PNG.length).equals(PNG)) {
    const wrong = checkPng(body)
    return wrong ? { problem: wrong } : { logo: { body, type: 'image/png', hash } }
  }
  const wrong = checkSvg(body)
  return wrong ? { problem: wrong } : { logo: { body, type: 'image/svg+xml', hash } }
}

function checkPng(body: Buffer): Words | null {
  const [width, height] = body.length >= 24 ? [body.readUInt32BE(16), body.readUInt32BE(20)] : [0, 0]
  if (width > 0 && height > 0 && width <= MOST_PIXELS && height <= MOST_PIXELS) return null
  return {
    zh: `徽标的宽和高须在 1 至 ${MOST_PIXELS} 像素之间，现为 ${width}×${height}`,
    en: `the logo is ${width} by ${height} pixels: both must be from 1 to ${MOST_PIXELS}`,
  }
}

function checkSvg(body: Buffer): Words | null {
  const text = decode(body)
  const root = text === null ? null : /<(?:\w+:)?svg\b[^>]*>/.exec(text)?.[0]
  if (text === null || !root || !text.trimEnd().endsWith('>'))
    return { zh: '徽标须是 SVG 或 PNG 文件', en: 'the logo must be an SVG or a PNG file' }
  const texts = [text, spelt(text)]
  const unsafe = UNSAFE.filter(({ pattern }) => texts.some((one) => pattern.test(one))).map(({ what }) => what)
  if (unsafe.length > 0)
    return {
      zh: `徽标的 SVG 中有不允许的内容：${unsafe.join('、')}。请从绘图软件另存为不含脚本和外部链接的“纯 SVG”`,
      en: `the logo's SVG holds what is not let through: ${unsafe.join(', ')}. Save it as a plain SVG, without scripts and outside links`,
    }
  if (!/\sviewBox\s*=/.test(root) && !(/\swidth\s*=/.test(root) && /\sheight\s*=/.test(root)))
    return {
      zh: '徽标的 SVG 没有 viewBox，也没有 width 和 height，无法确定大小',
      en: "the logo's SVG has neither viewBox nor width and height: how large it is cannot be told",
    }
  return null
}

/** As a browser reads it: `&#117;rl(`, `\75 rl(` and `u\rl(` are `url(`. */
function spelt(text: string): string {
  const letter = (code: number) => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '')
  return text
    .replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex?: string, decimal?: string) =>
      letter(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/\\(?:([0-9a-f]{1,6})\s?|([^\n]))/gi, (_, hex?: string, itself?: string) =>
      hex ? letter(Number.parseInt(hex, 16)) : itself!,
    )
}

function decode(body: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return null
  }
}
