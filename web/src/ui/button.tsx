import type { ButtonHTMLAttributes, Ref } from 'react'

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type'> {
  /** What the form, or the page, is there for. */
  primary?: boolean
  /** Sends the form that it is in. */
  submits?: boolean
  ref?: Ref<HTMLButtonElement>
}

/** Does something on the page. What leads elsewhere is a link. */
export function Button({ primary, submits, ...rest }: Props) {
  return <button type={submits ? 'submit' : 'button'} className={primary ? 'button primary' : 'button'} {...rest} />
}
