import type { Palette } from '@causeway/shared/colors'

/** The colours of a palette as properties of the style sheets: `--ink-2`, `--export`, `--export-soft`. */
export function paletteProperties({ themes, soft, ...plain }: Palette): [name: string, color: string][] {
  return [
    ...Object.entries(plain).map(([name, color]): [string, string] => [`--${name.replace(/(\d)/, '-$1')}`, color]),
    ...Object.entries(themes).map(([name, color]): [string, string] => [`--${name.toLowerCase()}`, color]),
    ...Object.entries(soft).map(([name, color]): [string, string] => [`--${name.toLowerCase()}-soft`, color]),
  ]
}
