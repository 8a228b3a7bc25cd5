/** What is entered for steps that are not taken yet; it outlives a change of tab. */
export interface Entered {
  /** Of a review. */
  readonly note: string;
  /** Of a withdrawal. */
  readonly reason: string;
  /** What was chosen otherwise than the manuscript says. */
  readonly publishing: Partial<Publishing>;
  /** A date, empty when none was chosen. */
  readonly pinUntil: string;
}

export interface Publishing {
  /** Now when left out. */
  readonly when: 'later' | undefined;
  /** A date and a time of day, empty when none was chosen. */
  readonly date: string;
  readonly time: string;
  readonly pinned: boolean;
  /** A date, empty when none was chosen. */
  readonly until: string;
}
