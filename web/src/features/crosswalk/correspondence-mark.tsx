import type { Correspondence } from '../../graph/generated.ts'

/** The sign of a judgement: a full circle, a half one, a cross; a dot where nobody judged. */
export function CorrespondenceMark({ of }: { of: Correspondence }) {
  return (
    <svg className="register-mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {of === 'EQUIVALENT' && <circle cx="8" cy="8" r="6.5" fill="currentColor" />}
      {of === 'PARTIAL' && (
        <>
          <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.4" />
          <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
        </>
      )}
      {of === 'NONE' && <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" stroke="currentColor" strokeWidth="2" fill="none" />}
      {of === 'UNMAPPED' && <circle cx="8" cy="8" r="1.6" fill="currentColor" opacity="0.6" />}
    </svg>
  )
}
