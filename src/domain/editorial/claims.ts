import type { Finding } from './finding';
import { findAll, type Passage } from './passage';

// The names of official distinctions keep the word.
const SUPERLATIVE = /国家级(?![^，。；]{0,16}(?:示范|开发区|实验室|中心|新区|高新|标准|园区|检测|服务平台|验收|称号|非物质))|最高级(?!别)|最佳|最优质|最安全|最先进|全国第一|世界第一|全球第一|顶级|极品|独一无二|史无前例|遥遥领先|绝无仅有/g;

/**
 * 《中华人民共和国广告法》第九条第（三）项: an advertisement must not say 国家级, 最高级, 最佳 and the like. An article is no
 * advertisement, but one about firms and brands is easily read as one.
 */
export const claimFindings = (passages: readonly Passage[]): readonly Finding[] =>
  passages.flatMap((passage) =>
    findAll(passage, SUPERLATIVE, ([word]) => ({
      ...{ rule: 'superlative', severity: 'should', suggestion: null },
      message: `“${word}”一类的绝对化用语容易像广告（《广告法》第九条）。请改成能核实的事实。`,
    })),
  );
