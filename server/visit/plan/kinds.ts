import type { Campaign } from '../../campaign/schema';

/** The kinds of request for which experts are sent out. */
export const visitingKinds = ({ requestKinds }: Campaign): readonly string[] => requestKinds.filter(({ visits }) => visits).map(({ id }) => id);
