import { argumentOf, SERIES_ARGUMENT_NAMES } from '@causeway/shared/series-arguments'

const [institution, ...cut] = SERIES_ARGUMENT_NAMES.filter((name) => argumentOf(name).onPages)
/** What of a page's address is said again in the address of its chart. */
const SHARED = [institution!, 'lang', 'mode', ...cut, 'chart']

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

/** Address of the page on which a view shows the same; `query`: what the page says of it besides. */
export function pageAddress(
  path: string,
  institution: string,
  parameters: URLSearchParams,
  query: Record<string, string | null> = {},
): string {
  const page = new URLSearchParams(parameters)
  page.set('institution', institution)
  const said = viewParameters(page)
  const year = parameters.get('year')
  if (year) said.set('year', year)
  for (const [name, value] of Object.entries(query)) if (value !== null) said.set(name, value)
  return path + writeParameters(said)
}

/** As an address writes them: commas, colons and slashes as they are. */
export function writeParameters(parameters: URLSearchParams): string {
  const text = parameters.toString().replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':')
  return text === '' ? '' : `?${text}`
}
