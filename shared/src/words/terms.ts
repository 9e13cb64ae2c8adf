import type { Basis } from '../period.ts'
import type { Scope, Theme } from '../series.ts'
import terms from './terms.json' with { type: 'json' }
import type { Words } from './words.ts'

/** 统计时段: what one period is. */
export const basisWords: Record<Basis, Words> = terms.basis
/** As a sentence says it after the name of an indicator: "…, by school year". */
export const byBasisWords: Record<Basis, Words> = terms.byBasis
/** 统计范围: which countries count as foreign. */
export const scopeWords: Record<Scope, Words> = terms.scope
export const themeWords: Record<Theme, Words> = terms.theme
/** How a figure behaves over time. */
export const kindWords: Record<'STOCK' | 'FLOW' | 'CUMULATIVE' | 'RATIO' | 'MEAN', Words> = terms.kind
/** What a figure may be broken down by, under the id of the dimension. */
export const dimensionWords = terms.dimension
