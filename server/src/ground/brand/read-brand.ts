import { dirname, resolve } from 'node:path'
import type { Light, OwnColors } from '@causeway/shared/colors'
import { THEMES } from '@causeway/shared/series'
import type { Words } from '@causeway/shared/words/words'
import { checkYaml, type YamlProblem } from '../checked-yaml.ts'
import { schemaCheck } from '../schema-check.ts'
import { readIfThere } from '../files.ts'
import { NO_BRAND, type Brand, type Contact } from './brand.ts'
import schema from './brand.schema.json' with { type: 'json' }
import { checkColors } from './check-colors.ts'
import { readLogo } from './read-logo.ts'

const check = schemaCheck(schema)

interface WrittenBrand {
  name?: Words
  logo?: string
  colors?: Partial<Record<Light, Record<string, string>>>
  run_by?: Words
  contact?: Partial<Contact>
}

/**
 * The look of a college from its settings file, or everything that is wrong with it. No file: the look that ships. JSON is
 * YAML, so that either is read.
 */
export function readBrand(file: string): { brand: Brand; problems: Words[] } {
  const text = readIfThere(file)
  if (text === null || text.trim() === '') return { brand: NO_BRAND, problems: [] }
  const { value, problems, lineOf } = checkYaml<WrittenBrand | null>(text, check)
  if (problems.length > 0) return { brand: NO_BRAND, problems: problems.map((one) => sayPlace(file, one)) }
  const written = value ?? {}
  const colors = toColors(written.colors ?? {})
  const found: YamlProblem[] = checkColors(colors).map(({ path, words }) => ({ line: lineOf(path), words }))
  const read = written.logo === undefined ? null : readLogo(resolve(dirname(file), written.logo))
  if (read && 'problem' in read) found.push({ line: lineOf(['logo']), words: read.problem })
  const { email = null, phone = null, url = null, address = null } = written.contact ?? {}
  const brand: Brand = {
    name: written.name ?? null,
    logo: read && 'logo' in read ? read.logo : null,
    colors,
    runBy: written.run_by ?? null,
    contact: written.contact ? { email, phone, url, address } : null,
  }
  return { brand, problems: found.toSorted((a, b) => a.line - b.line).map((one) => sayPlace(file, one)) }
}

function toColors(written: NonNullable<WrittenBrand['colors']>): OwnColors {
  const colors: OwnColors = {}
  for (const light of ['light', 'dark'] as const) {
    const given = THEMES.filter((theme) => written[light]?.[theme.toLowerCase()])
    if (given.length === 0) continue
    colors[light] = Object.fromEntries(
      given.map((theme) => [theme, written[light]![theme.toLowerCase()]!.toLowerCase()]),
    )
  }
  return colors
}

function sayPlace(file: string, { line, words }: YamlProblem): Words {
  return { zh: `${file} 第 ${line} 行：${words.zh}。`, en: `${file}, line ${line}: ${words.en}.` }
}
