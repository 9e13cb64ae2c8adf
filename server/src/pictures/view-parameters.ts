/** What of a page's address is said again in the address of its chart. */
const SHARED = [
  'institution',
  'lang',
  'mode',
  'basis',
  'at',
  'scope',
  'from',
  'to',
  'by',
  'across',
  'filter',
  'chart',
] as const

/**
 * The parameters that show the chart of a page, of the parameters of the page. A page is about a year and shows those around it; its
 * breakdown is of that year alone.
 */
export function viewParameters(page: URLSearchParams): URLSearchParams {
  const view = new URLSearchParams()
  for (const name of SHARED) for (const value of page.getAll(name)) if (value !== '') view.append(name, value)
  const year = page.get('year')
  if (year && page.get('by') && !page.has('from') && !page.has('to')) view.set('year', year)
  return view
}

/** As an address writes them: commas, colons and slashes as they are. */
export function writeParameters(parameters: URLSearchParams): string {
  const text = parameters.toString().replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':')
  return text === '' ? '' : `?${text}`
}
