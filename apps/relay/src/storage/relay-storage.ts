import type { CalendarStorage } from './calendar-storage.ts';
import type { FeedStorage } from './feed-storage.ts';

/** Everything that a relay keeps. */
export type RelayStorage = FeedStorage & CalendarStorage;
