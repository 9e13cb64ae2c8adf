import { useId, type InputHTMLAttributes } from 'react'

interface Props<Value extends string> {
  label: string
  value: Value
  options: { value: Value; text: string }[]
  onChange: (value: Value) => void
  /** Said beside the control where the server refused the choice. */
  problem?: string | null
  /** Said under the control. */
  hint?: string | null
  /** Id of what is said of it elsewhere. */
  describedBy?: string
  disabled?: boolean
}

/** A native list box: every device already knows how to work it. */
export function Choice<Value extends string>(props: Props<Value>) {
  const { label, value, options, onChange, problem, hint, describedBy, disabled } = props
  const id = useId()
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : hint ? `${id}-hint` : describedBy}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value as Value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      {hint && (
        <span id={`${id}-hint`} className="cap">
          {hint}
        </span>
      )}
      {problem && (
        <p id={`${id}-problem`} className="problem">
          {problem}
        </p>
      )}
    </div>
  )
}

/** A field with its label over it. */
export function Field({ label, ...input }: InputHTMLAttributes<HTMLInputElement> & { label: string }) {
  const id = useId()
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <input id={id} autoComplete="off" {...input} />
    </div>
  )
}
