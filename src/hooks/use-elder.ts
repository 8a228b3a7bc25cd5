import { useSyncExternalStore } from 'react';
import { isElder, onElderChange } from '../platform/preferences';

/** Whether 关怀版 is on; every open page follows at once. */
export const useElder = (): boolean => useSyncExternalStore(onElderChange, isElder);
