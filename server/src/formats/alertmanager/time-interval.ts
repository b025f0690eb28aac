/** Both ends belong to it. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Times at which something holds (timeinterval.TimeInterval). Each kind of condition that is there has to hold, by one
 * of its ranges at least.
 */
export interface TimeInterval {
  /** Minutes of the day; `to` doesn't belong to it. */
  readonly times?: readonly NumberRange[];
  /** 0 is Sunday. */
  readonly weekdays?: readonly NumberRange[];
  /** 1 to 31; negative ones count from the end of the month. */
  readonly daysOfMonth?: readonly NumberRange[];
  readonly months?: readonly NumberRange[];
  readonly years?: readonly NumberRange[];
  /** IANA name; UTC where absent. */
  readonly location?: string;
}
