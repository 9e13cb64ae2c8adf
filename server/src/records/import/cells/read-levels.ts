import type { Words } from '@causeway/shared/words/words'
import { findNearest } from '../../../ground/nearest.ts'
import type { FieldOption } from '../../field-options.ts'
import type { Field, RecordType } from '../../record-type.ts'
import { findLanguageScale, findLevel, findScaleVersion, type ScaleVersion } from '../../../ground/reference/scales.ts'
import type { Values } from '../ground/source-row.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

interface UnknownLevel {
  message: Words
  nearest: readonly FieldOption[]
}

/** Of a version that the reference data lack, levels are known by their numbers. */
const HIGHEST_UNKNOWN_LEVEL = 20

/**
 * Puts the rank of each level in the place of its name, and the name that a scale version goes by in the place of another spelling.
 * `report`: a level that its scale version lacks.
 */
export function makeLevelReader(
  type: RecordType,
): (values: Values, report: (field: string, unknown: UnknownLevel) => void) => void {
  const levels = type.fields.filter((field) => field.kind === 'level')
  if (levels.length === 0) return () => {}
  return (values, report) => {
    for (const field of levels) {
      const text = values[field.name]
      if (typeof text !== 'string') continue
      const rank = rankOf(field, text, values)
      values[field.name] = typeof rank === 'number' ? rank : null
      if (typeof rank !== 'number') report(field.name, rank)
    }
    for (const { scale, version } of new Set(levels.map((field) => field.on!))) {
      const known = versionOf(values[scale], values[version])
      if (known) values[version] = known.version
    }
  }
}

function versionOf(scale: Values[string] | undefined, version: Values[string] | undefined): ScaleVersion | undefined {
  const known = typeof scale === 'string' ? findLanguageScale(scale) : undefined
  return known && typeof version === 'string' ? findScaleVersion(known, version) : undefined
}

function rankOf({ on }: Field, text: string, values: Values): number | UnknownLevel {
  const scale = findLanguageScale(String(values[on!.scale] ?? ''))
  if (!scale || values[on!.version] == null) {
    const message = REFUSALS.SCALE_NEEDED
    return { message, nearest: [] }
  }
  const version = versionOf(scale.id, values[on!.version])
  const rank = findLevel(scale, version ?? scale.versions.at(-1)!, text)
  if (rank !== undefined) return rank
  if (!version && /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= HIGHEST_UNKNOWN_LEVEL)
    return Number(text)
  const { levels } = version ?? scale.versions.at(-1)!
  const name = `${scale.name.en} ${version?.version ?? scale.versions.at(-1)!.version}`
  const message = {
    zh: `${scale.name.zh} ${version?.version ?? scale.versions.at(-1)!.version} 版没有这个等级；应为 ${levels.map((level) => level.name.zh).join('、')}，或其序号`,
    en: `${name} has no such level; it has ${levels.map((level) => level.name.en).join(', ')}, or their numbers`,
  }
  return { message, nearest: nearestLevels(text, levels) }
}

/** The levels most like the text; all of them, which are few, where none is. */
function nearestLevels(text: string, levels: ScaleVersion['levels']): FieldOption[] {
  const names = levels.flatMap(({ name }) => [name.zh, name.en])
  const near = findNearest(text, names)
  const meant = levels.filter(({ name }) => near.includes(name.zh) || near.includes(name.en))
  return (meant.length > 0 ? meant : levels).map(({ name }) => ({ key: name.zh, label: name }))
}
