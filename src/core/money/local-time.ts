/** Calendar days as the clock of the person who pays shows them. */

/** ISO times as local ones; '' for a text that is no time. */
export interface LocalTime {
  /** `2026-11-23`. */
  readonly day: (at: string) => string;
  /** `2026-11-23 02:59`. */
  readonly minute: (at: string) => string;
}

/** Swedish writes dates as ISO 8601 does. */
const ISO_LIKE = 'sv-SE';

/**
 * @param timeZone IANA name such as `Asia/Shanghai`; the machine's own without it
 * @throws RangeError for a zone that is none
 */
export function localTime(timeZone?: string): LocalTime {
  const zone = timeZone === undefined ? {} : { timeZone };
  const days = new Intl.DateTimeFormat(ISO_LIKE, { dateStyle: 'short', ...zone });
  let minutes: Intl.DateTimeFormat | undefined;
  const say = (format: Intl.DateTimeFormat, at: string): string => {
    const time = Date.parse(at);
    return Number.isNaN(time) ? '' : format.format(time);
  };
  return {
    day: (at) => say(days, at),
    minute: (at) => {
      // Few ask for it, and making it takes milliseconds.
      minutes ??= new Intl.DateTimeFormat(ISO_LIKE, {
        dateStyle: 'short',
        timeStyle: 'short',
        ...zone,
      });
      return say(minutes, at);
    },
  };
}
