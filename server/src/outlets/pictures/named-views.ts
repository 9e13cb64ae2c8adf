import type { NamedView } from './named-view.ts'
import { adoptionLives } from './named/adoption-lives.ts'
import { adoptionsByCountry } from './named/adoptions-by-country.ts'
import { peers } from './named/peers.ts'
import { platformOutputs } from './named/platform-outputs.ts'
import { scoresBeforeAndAfter } from './named/scores-before-and-after.ts'
import { whoLearnsByCountry } from './named/who-learns-by-country.ts'
import { whoLearnsFromWhom } from './named/who-learns-from-whom.ts'
import { VIEW_NAMES, type ViewName } from '../../figures/indicators/view-names.ts'

/** Every view that has its own name. */
const NAMED_VIEWS: Record<ViewName, NamedView> = {
  'who-learns-from-whom': whoLearnsFromWhom,
  'who-learns-by-country': whoLearnsByCountry,
  'scores-before-and-after': scoresBeforeAndAfter,
  'adoptions-by-country': adoptionsByCountry,
  'adoption-lives': adoptionLives,
  'platform-outputs': platformOutputs,
  peers,
}

/** Null: an indicator is meant. */
export function findNamedView(name: string): NamedView | null {
  const known = VIEW_NAMES.find((one) => one === name)
  return known ? NAMED_VIEWS[known] : null
}
