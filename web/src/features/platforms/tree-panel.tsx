import { Link } from '../../address/link.tsx'
import { useLanguage } from '../../language/language.tsx'
import { PlatformSign } from '../../ui/platform-sign.tsx'
import type { PlatformRow } from '../../graph/generated.ts'
import { PLATFORMS_WORDS } from './words.ts'

/** Platforms by type as of a day, each with its members, and under it those that are part of it. */
export function TreePanel({ platforms, day }: { platforms: PlatformRow[]; day: string }) {
  const { say, formatDay } = useLanguage()
  const codes = new Set(platforms.map(({ code }) => code))
  const tops = platforms.filter(({ parent }) => parent === null || !codes.has(parent))
  const types = [...Map.groupBy(tops, ({ typeLabel }) => typeLabel)]
  return (
    <section className="card" aria-labelledby="tree">
      <h2 id="tree">{say(PLATFORMS_WORDS.tree)}</h2>
      <p className="cap">{say(PLATFORMS_WORDS.treeSub, { day: formatDay(day) })}</p>
      <div className="platform-types">
        {types.map(([label, own]) => (
          <section key={label} aria-labelledby={`type-${own[0]!.type}`}>
            <h3 id={`type-${own[0]!.type}`}>
              <PlatformSign type={own[0]!.type} /> {label} <span className="quiet">{own.length}</span>
            </h3>
            <Branch platforms={own} all={platforms} above={new Set()} />
          </section>
        ))}
      </div>
    </section>
  )
}

function Branch({ platforms, all, above }: { platforms: PlatformRow[]; all: PlatformRow[]; above: Set<string> }) {
  return (
    <ul className="platform-branch">
      {platforms.map((platform) => {
        // A circle of parents, which records may hold by mistake, is not followed for ever.
        const parts = all.filter(({ parent, code }) => parent === platform.code && !above.has(code))
        return (
          <li key={platform.code}>
            <Entry platform={platform} />
            {parts.length > 0 && <Branch platforms={parts} all={all} above={new Set([...above, platform.code])} />}
          </li>
        )
      })}
    </ul>
  )
}

function Entry({ platform }: { platform: PlatformRow }) {
  const { say, formatDay } = useLanguage()
  const members = platform.members.filter(({ inForce }) => inForce)
  const comma = say({ zh: '，', en: ', ' })
  const facts = [
    platform.parent ? platform.typeLabel : null,
    platform.countryLabel,
    platform.roleLabel && say({ zh: `本校${platform.roleLabel}`, en: `the college’s part: ${platform.roleLabel}` }),
    platform.foundedOn &&
      say({ zh: `${formatDay(platform.foundedOn)}成立`, en: `founded ${formatDay(platform.foundedOn)}` }),
    platform.closedOn &&
      say({ zh: `${formatDay(platform.closedOn)}撤销`, en: `closed ${formatDay(platform.closedOn)}` }),
  ].filter(Boolean)
  return (
    <div className={platform.runs ? 'platform-entry' : 'platform-entry over'}>
      <p>
        <Link to={{ page: 'platform', id: platform.code }}>{platform.name}</Link>
        {!platform.runs && <strong className="quiet"> {say(PLATFORMS_WORDS.closed)}</strong>}
      </p>
      <p className="quiet">{facts.join(comma)}</p>
      {members.length > 0 && (
        <details className="unfolds">
          <summary>
            {say(PLATFORMS_WORDS.members)} {members.length}
            <span className="for-ears">: {platform.name}</span>
          </summary>
          <ul className="platform-members">
            {members.map(({ partner, name, roleLabel }) => (
              <li key={partner}>
                <Link to={{ page: 'partner', id: partner }}>{name}</Link> <span className="quiet">{roleLabel}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
