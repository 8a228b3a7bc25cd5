import { useSyncExternalStore } from 'react';
import type { Preference } from '../platform/preferences';

/** What the person chose on this device; every open page follows at once. */
export const usePreference = <Value>({ onChange, get }: Preference<Value>): Value => useSyncExternalStore(onChange, get);
