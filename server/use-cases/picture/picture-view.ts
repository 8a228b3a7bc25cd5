import type { PictureView } from '../../../src/contract/newsroom/picture';
import { chinaIso } from '../../../src/domain/china-time';
import type { StoredPicture } from '../../storage/newsroom/picture-store';
import type { Capabilities } from '../../use-case';
import type { Campaign } from '../../campaign/schema';

type Viewing = Pick<Capabilities, 'pictureLink'> & { readonly campaign: Campaign };

export function pictureView({ campaign, pictureLink }: Viewing, { id, officeId, alt, width, height, addedAt, version }: StoredPicture): PictureView {
  const link = `picture:${id}`;
  return {
    ...{ id, officeId, alt, width, height, version },
    officeName: campaign.offices.find((office) => office.id === officeId)?.shortName ?? '',
    url: pictureLink(link, 375),
    full: pictureLink(link, 1125),
    addedAt: chinaIso(addedAt),
  };
}
