/** Names that are in `/i/…` and `/embed/…` where an indicator would. */
export const VIEW_NAMES = [
  'who-learns-from-whom',
  'who-learns-by-country',
  'scores-before-and-after',
  'adoptions-by-country',
  'adoption-lives',
  'platform-outputs',
  'peers',
] as const
export type ViewName = (typeof VIEW_NAMES)[number]
