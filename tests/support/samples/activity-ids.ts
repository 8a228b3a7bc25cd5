import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { originalCampaign } from '../campaign-folder';

/** Of all twenty, as the campaign's folder names them: what a suite has to know before there is a server. */
export const activityIds: readonly string[] = (parse(readFileSync(join(originalCampaign, 'activities.yaml'), 'utf8')) as readonly { id: string }[]).map(({ id }) => id);
