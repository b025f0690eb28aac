/** What the documentation says of a finding's code; one page in docs/checks each. */
export interface CodePage {
  /** A few words, for lists. */
  readonly title: string;
  /** Markdown: why the reference program refuses it, or why we advise against it, and what to write instead. */
  readonly explanation: string;
}
