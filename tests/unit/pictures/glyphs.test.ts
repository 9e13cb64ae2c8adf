import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../../architecture/source-files.ts'

/** The signs that are drawn as the box of a missing one, on a machine that has no font of its own. */
function missingOf(signs: string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-glyphs-'))
  writeFileSync(join(folder, 'fonts.conf'), '<?xml version="1.0"?><fontconfig></fontconfig>')
  const run = spawnSync(process.execPath, [join(import.meta.dirname, 'draw-glyphs.ts')], {
    input: JSON.stringify(signs),
    encoding: 'utf8',
    env: { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  })
  rmSync(folder, { recursive: true })
  if (run.status !== 0) throw new Error(run.stderr)
  return JSON.parse(run.stdout) as string[]
}

it('a sign that no font has is taken from one that is drawn', () => {
  expect(missingOf(['留', 'A', '\u{10FFFD}'])).toEqual(['\u{10FFFD}'])
})

it('every sign that our own words use is drawn on a machine without fonts: Chinese, Latin and punctuation', () => {
  const folders = ['server/src', 'shared/src'].map((folder) => join(ROOT, folder))
  const texts = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|yaml)$/.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8')),
  )
  const signs = [...new Set(texts.join(''))].filter((sign) =>
    /[\p{Script=Han}\p{L}\p{N}，。；：、？！（）“”《》…×†—–·−*%]/u.test(sign),
  )
  expect(signs.length).toBeGreaterThan(1_000)
  expect(missingOf(signs)).toEqual([])
})

it('names from around the world are drawn', () => {
  expect(missingOf([...'ÀéñüßçøłžğĐạướệŠțđ']).sort()).toEqual([])
})
