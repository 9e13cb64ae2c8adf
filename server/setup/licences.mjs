/** Licences that ask for no more than to be named. OFL is for fonts. */
const OURS = new Set(
  '0BSD Apache-2.0 BlueOak-1.0.0 BSD-2-Clause BSD-3-Clause CC0-1.0 ISC MIT MIT/X11 OFL-1.1 Unlicense Zlib'.split(' '),
)
/** MPL-2.0 asks that changes to these packages are published. They build the page and test it, and are used as they come. */
const UNCHANGED = /^(lightningcss(-.+)?|axe-core)@/

/**
 * @typedef {{ group?: string, name: string, version: string,
 *   licenses?: { expression?: string, license?: { id?: string, name?: string } }[] }} Component of a CycloneDX list
 * @param {Component[]} components
 * @returns {{ byLicence: Map<string, string[]>, unfit: string[] }} packages as `name@version`, and those that may not be used
 */
export function judgeLicences(components) {
  const byLicence = new Map()
  const unfit = []
  for (const { group, name, version, licenses = [] } of components) {
    const title = `${group ? `${group}/` : ''}${name}@${version}`
    if (title.startsWith('@causeway/')) continue
    const licence =
      licenses.map(({ expression, license }) => expression ?? license?.id ?? license?.name).join(' AND ') || 'none'
    byLicence.set(licence, [...(byLicence.get(licence) ?? []), title])
    if (!isOurs(licence) && !(licence === 'MPL-2.0' && UNCHANGED.test(title))) unfit.push(`${title}: ${licence}`)
  }
  return { byLicence, unfit }
}

/** Of what is offered under several licences one of ours is enough; of what is under several at once all must be. */
function isOurs(expression) {
  const one = expression.replaceAll(/[()]/g, '')
  return one.split(' OR ').some((offered) => offered.split(' AND ').every((name) => OURS.has(name.trim())))
}
