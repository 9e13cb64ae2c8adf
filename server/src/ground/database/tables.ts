/**
 * The tables that are not records. Record tables are made from the record types (`records/record-type.ts`) and are named by
 * `tableOf`; their columns: institution, key, since, until, batch, row, first_day, last_day, unit, source_id, note, then the
 * fields (a date `f` has `f` as ISO text and `f_day`). Primary key (institution, key, since). A version holds from revision
 * `since` to before revision `until`; the current one has `until` null.
 */
export interface SystemTables {
  institution_state: {
    institution: string
    /** Rises with every change that can alter an answer. */
    revision: number
    /** YYYY-MM-DD */
    data_date: string | null
    /** When the revision was committed, ISO date-time. */
    committed_at: string
    /** Another after a restore, and where the institution was taken out and came again: revisions of one say nothing of those of another. */
    epoch: string
  }
  /** The institution's revision at the last change of a type; `data-date` and `settings` are beside the types. */
  record_revision: { institution: string; record_type: string; revision: number }
  batch: {
    id: string
    /** What its file holds above all. */
    record_type: string
    /** Further types of which it changed something, with commas between them; null: none. */
    more_types: string | null
    file_name: string
    /** SHA-256 of the file's bytes, hex. */
    file_hash: string
    encoding: string | null
    /** What it says that the records speak up to; 1900-01-01: it says no day. */
    data_date: string
    created_at: string
    /** Set when the batch was taken back. */
    reverted_at: string | null
    /** Id of the token it was made with; null: the command line. */
    made_by: string | null
    /** Why, in the words of who made it. */
    reason: string | null
    reverted_by: string | null
    revert_reason: string | null
  }
  /** What a batch did to each institution that it changed, and the revision it gave it. */
  batch_institution: {
    institution: string
    batch: string
    revision: number
    accepted: number
    updated: number
    unchanged: number
    withdrawn: number
    /** YYYY-MM-DD: the institution's data date since this batch; null: it leaves that as it was. */
    data_date: string | null
  }
  /** What an institution has reported by school year, kept as figures are. */
  reported_years: {
    institution: string
    /** What it was made by. */
    definition: string
    /** The institution's revision it was made from. */
    revision: number
    /** JSON */
    reported: string
  }
  figure_set: {
    institution: string
    indicator: string
    basis: string
    /** MM-DD, or empty. */
    at: string
    /** `by`, or empty. */
    dimension: string
    /** ABROAD, BORDER, or empty. */
    scope: string
    /** Hash of the declaration, of those it reads and of the reference data. */
    definition: string
    /** The institution's revision it was made from. */
    revision: number
    from_year: number
    to_year: number
    /** JSON: figures without their periods. */
    figures: string
  }
  /** What the public does not see of an indicator in a year, kept as figures are. */
  hidden_cells: {
    institution: string
    /** With its version. */
    indicator: string
    basis: string
    year: number
    /** What it was made by. */
    definition: string
    /** The institution's revision it was made from. */
    revision: number
    /** JSON: of each table its signs, a text. */
    hidden: string
  }
  /** The whole of an indicator in a year, of every institution that was asked for, kept as figures are. */
  ranked_figures: {
    /** With its version. */
    indicator: string
    basis: string
    /** ABROAD, BORDER, or empty. */
    scope: string
    year: number
    /** EXACT or PUBLIC. */
    profile: string
    /** What it was made by. */
    definition: string
    /** JSON: by institution the epoch and revision that its figure was made from, and what a ranking needs of the figure. */
    figures: string
  }
  /** Mappings that a college keeps under a name. The latest version is the one in use, unless it was removed. */
  saved_mapping: {
    institution: string
    name: string
    /** From 1. */
    version: number
    /** Code of the unit whose files it reads; null: the whole college's. */
    unit: string | null
    /** JSON: names of the record types that it makes. */
    record_types: string
    /** JSON: heads of the file that it was made for. */
    heads: string
    /** YAML */
    mapping: string
    /** Id of the token it was saved with; null: the command line. */
    saved_by: string | null
    /** ISO date-time */
    saved_at: string
    removed_at: string | null
    removed_by: string | null
  }
  /** Word reports that a college keeps; their files are among those of evidence. */
  report: {
    id: string
    institution: string
    title: string
    /** File name. */
    template: string
    /** The school year's first year. */
    year: number
    language: string
    /** Code; null: it is about none. */
    partner: string | null
    /** Name of the release that it is of; null: of what was live. */
    release: string | null
    revision: number
    /** ISO date-time */
    kept_at: string
    /** Id of the token it was kept with; null: the command line. */
    kept_by: string | null
    /** SHA-256, hex. */
    file: string
    file_name: string
  }
  /** When an institution came to each of its revisions, and what its answers rest on besides records. */
  revision: {
    institution: string
    revision: number
    /** ISO date-time, never before that of the revision before it. */
    at: string
    /** YYYY-MM-DD */
    data_date: string | null
    /** Hashes of kept texts; null: nobody knows by which it was answered. */
    definitions: string | null
    own_indicators: string | null
    own_fields: string | null
    forms: string | null
    reference: string | null
  }
  /** What a college released: never changed but for when it is public. */
  release: {
    institution: string
    id: string
    /** The college's own; no other release of it has it. */
    name: string
    /** That it is about. */
    year: number
    /** The institution's, of which its figures are. */
    revision: number
    note: string | null
    created_at: string
    /** Id of a token; null: the command line. */
    created_by: string | null
    /** ISO date-time from which it is public; null: it is a draft. */
    publish_at: string | null
    published_by: string | null
    /** When somebody first saw that its minute was over: it stays public when the clock goes back. */
    came_out_at: string | null
    withdrawn_at: string | null
    withdrawn_by: string | null
    /** Why it was withdrawn. */
    reason: string | null
  }
  /** The figures of a release, made with it and never counted again. */
  release_figures: {
    institution: string
    /** Its id. */
    release: string
    indicator: string
    basis: string
    /** Packed JSON. */
    figures: string
    /** The exact ones, packed; null: the release was made before they were stored. */
    exact: string | null
  }
  /** Each text once, by its hash: what answers rested on may be asked for as long as the database lives. */
  kept_text: {
    hash: string
    /** Brotli, as base64. */
    body: string
  }
  token: {
    id: string
    /** SHA-256 of the secret part, hex. */
    hash: string
    role: string
    /** Null: every institution. */
    institution: string | null
    expires_on: string | null
    created_at: string
    revoked_at: string | null
    /** Who bears it, in the words of who gave it. */
    name: string | null
    /** Of a one-time sign-in: until when it may be taken up, ISO date-time; once it was, `expires_on` is set. Null: it is a token. */
    once_until: string | null
  }
  /** Who is signed in on the page; in no backup. */
  session: {
    /** SHA-256 of what the cookie says, hex. */
    hash: string
    /** Id of the token that was signed in with. */
    token: string
    /** ISO date-time */
    expires_at: string
  }
  /** `epoch` (changes on restore), `secret-fingerprint`, `texts-in-force`, `demonstration` (code of the invented college). */
  setting: { name: string; value: string }
  country: { code: string; continent: string }
  bloc_membership: { bloc: string; country: string; from_day: number; to_day: number | null }
}
