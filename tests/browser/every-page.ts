/** One page of the app, with what of the demonstration college it is about. */
export interface NamedPage {
  name: string
  path: string
  /** It has more for those who may read the records. */
  hasMore?: boolean
  /** There is nothing at the address, and the page says so. */
  isNothing?: boolean
}

/** Every page once, as the demonstration college fills it; things are named by the codes that it has. */
export async function listEveryPage(address: string, token: string): Promise<NamedPage[]> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: CODES }),
  })
  const { data, errors } = (await response.json()) as { data: Codes; errors?: unknown }
  if (errors) throw new Error(`the codes cannot be read: ${JSON.stringify(errors)}`)
  const [standard, other] = data.standards.edges.map(({ node }) => node.code)
  const code = (found: Found) => found.edges[0]!.node.fields.find(({ name }) => name === 'code')!.value
  const record = encodeURIComponent(data.partner.edges[0]!.node.id)
  return [
    { name: 'overview', path: '/', hasMore: true },
    { name: 'overview as tables', path: '/?table=people,countries' },
    ...['introduction', 'export', 'standards', 'platforms', 'skills'].map((theme) => ({
      name: `theme ${theme}`,
      path: `/theme/${theme}`,
    })),
    { name: 'theme filtered', path: '/theme/export?filter=country:LA' },
    { name: 'indicator', path: '/indicator/EX02?by=country', hasMore: true },
    { name: 'indicator as tables', path: '/indicator/EX02?by=country&table=years,groups' },
    { name: 'rate', path: '/indicator/SK05?basis=calendar_year' },
    { name: 'unknown indicator', path: '/indicator/no-such-thing', isNothing: true },
    { name: 'answer', path: '/answer/EX02', hasMore: true },
    { name: 'answer set against a number', path: '/answer/EX02?against=78' },
    { name: 'standards', path: '/standards', hasMore: true },
    { name: 'standard', path: `/standard/${standard}`, hasMore: true },
    { name: 'crosswalk', path: `/crosswalk/${standard}/${other}`, hasMore: true },
    { name: 'platforms', path: '/platforms', hasMore: true },
    { name: 'platform', path: `/platform/${data.platforms.edges[0]!.node.code}`, hasMore: true },
    { name: 'skills', path: '/skills', hasMore: true },
    { name: 'programme', path: `/programme/${code(data.programme)}`, hasMore: true },
    { name: 'partner', path: `/partner/${code(data.partner)}`, hasMore: true },
    { name: 'country', path: '/country/LA', hasMore: true },
    { name: 'forms', path: '/forms' },
    { name: 'form', path: '/form/international-influence', hasMore: true },
    { name: 'form with a line open', path: '/form/international-influence?line=3' },
    { name: 'form that lists records', path: '/form/adoption-records' },
    { name: 'unknown form', path: '/form/no-such-table', isNothing: true },
    { name: 'data', path: '/data', hasMore: true },
    { name: 'record', path: `/record/${record}`, hasMore: true },
    { name: 'catalogue', path: '/catalogue' },
    { name: 'catalogue filtered', path: '/catalogue?filter=theme:skills' },
    { name: 'developers', path: '/developers', hasMore: true },
    { name: 'about', path: '/about' },
    { name: 'institutions', path: '/institutions' },
    { name: 'sign-in', path: '/sign-in' },
    { name: 'no page', path: '/nowhere', isNothing: true },
  ]
}

interface Found {
  edges: { node: { id: string; fields: { name: string; value: string }[] } }[]
}
interface Codes {
  standards: { edges: { node: { code: string } }[] }
  platforms: { edges: { node: { code: string } }[] }
  programme: Found
  partner: Found
}

const CODES = `{
  standards(institution: "demo", first: 2) { edges { node { code } } }
  platforms(institution: "demo", first: 1) { edges { node { code } } }
  programme: records(type: "programme", institution: "demo", first: 1) { edges { node { id fields { name value } } } }
  partner: records(type: "partner", institution: "demo", first: 1) { edges { node { id fields { name value } } } }
}`
