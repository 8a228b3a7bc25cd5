import { MOST_SAVED, type SaveOutcome } from '../../platform/reading/saved';

export const saveWords = {
  saved: '已收藏，没有网络也能看文字',
  many: `最多收藏 ${MOST_SAVED} 篇，请先删除一些`,
  full: '收藏的内容太多，请先删除一些',
  'too-long': '这篇文章太长，不能收藏',
  refused: '这台设备没有保存成功，请先清理存储空间',
} as const satisfies Readonly<Record<SaveOutcome, string>>;
