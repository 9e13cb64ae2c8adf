import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import type { Words } from '@causeway/shared/words/words'
import type { Logo } from './brand.ts'
import { readSafeSvg } from './safe-svg.ts'

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
  const read = readSvg(body)
  return typeof read === 'string'
    ? { logo: { body: Buffer.from(read), type: 'image/svg+xml', hash } }
    : { problem: read }
}

function checkPng(body: Buffer): Words | null {
  const [width, height] = body.length >= 24 ? [body.readUInt32BE(16), body.readUInt32BE(20)] : [0, 0]
  if (width > 0 && height > 0 && width <= MOST_PIXELS && height <= MOST_PIXELS) return null
  return {
    zh: `徽标的宽和高须在 1 至 ${MOST_PIXELS} 像素之间，现为 ${width}×${height}`,
    en: `the logo is ${width} by ${height} pixels: both must be from 1 to ${MOST_PIXELS}`,
  }
}

/** The picture as it is served, or what is wrong with it. */
function readSvg(body: Buffer): string | Words {
  const text = decode(body)
  const read = text === null ? null : readSafeSvg(text.replace(/^\uFEFF/, ''))
  if (read === null) return { zh: '徽标须是 SVG 或 PNG 文件', en: 'the logo must be an SVG or a PNG file' }
  if ('unsafe' in read)
    return {
      zh: `徽标的 SVG 中有不允许的内容：${read.unsafe.join('、')}。请从绘图软件另存为不含脚本和外部链接的“纯 SVG”`,
      en: `the logo's SVG holds what is not let through: ${read.unsafe.join(', ')}. Save it as a plain SVG, without scripts and outside links`,
    }
  const has = (name: string) => read.root.hasAttribute(name)
  if (!has('viewBox') && !(has('width') && has('height')))
    return {
      zh: '徽标的 SVG 没有 viewBox，也没有 width 和 height，无法确定大小',
      en: "the logo's SVG has neither viewBox nor width and height: how large it is cannot be known",
    }
  return read.svg
}

function decode(body: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return null
  }
}
