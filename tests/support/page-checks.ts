import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Rules whose answer differs between light and dark. */
const OF_COLOR = ['color-contrast', 'link-in-text-block']

/**
 * The rules of accessibility that a page breaks, each with what breaks it.
 * @param within a selector; nothing: the whole page
 * @param onlyOfColor for a page that was looked at in the other light
 */
export async function brokenRules(page: Page, within?: string, { onlyOfColor = false } = {}): Promise<string[]> {
  // As one question to the page: its usual way opens a second page for every answer. Frames of other origins are left out by it.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  if (within !== undefined) axe.include(within)
  if (onlyOfColor) axe.withRules(OF_COLOR)
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 140)).join(' ')}`)
}

/** How far the page scrolls sideways. */
export function pixelsTooWide(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth))
}

const LEAST_PX = 44

/** What a finger is to press and is too low for one. */
export function smallControls(page: Page): Promise<string[]> {
  return page.evaluate(
    (least) =>
      [
        ...document.querySelectorAll<HTMLElement>(
          'button, select, input:not([type=checkbox], [type=radio]), main summary, .button, nav a',
        ),
      ]
        .filter((control) => control.offsetParent !== null && !control.closest('.for-ears'))
        .filter((control) => control.getBoundingClientRect().height < least - 0.5)
        .map((control) => control.outerHTML.slice(0, 120)),
    LEAST_PX,
  )
}
