import type { Light } from '@causeway/shared/colors'

/** A canvas writes some colours by their name. */
const COLOUR = /(?<=\b(?:fill|stroke|stop-color)=")(#[\da-f]{3,8}|[a-z]+)(?=")/i

/**
 * One drawing of two that differ in their colours alone: each colour that differs becomes a property that names both.
 * Throws where they differ in anything else.
 */
export function inBothLights(light: string, dark: string): string {
  const [ofLight, ofDark] = [light.split(COLOUR), dark.split(COLOUR)]
  return ofLight
    .map((part, at) => {
      const other = ofDark[at]!
      if (part === other) return part
      if (at % 2 === 0 || ofLight.length !== ofDark.length) throw new Error('a chart differs in more than its colours')
      return `var(--l${nameOf(part)}-d${nameOf(other)})`
    })
    .join('')
}

const nameOf = (colour: string): string => colour.replace('#', '')

/** The properties that the charts of a page have for colours, as `l1f2e3d-dwhite`. */
export const chartColours = (html: string): string[] =>
  [...html.matchAll(/var\(--(l\w+-d\w+)\)/g)].map(([, name]) => name!)

/** What such a property is in one light. */
export function colourIn(light: Light, name: string): string {
  const colour = name.split('-')[light === 'light' ? 0 : 1]!.slice(1)
  return /^[\da-f]+$/i.test(colour) ? `#${colour}` : colour
}
